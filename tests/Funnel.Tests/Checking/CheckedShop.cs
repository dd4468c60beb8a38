using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Funnel.Checking;

namespace Funnel.Tests.Checking;

/// <summary>A shop without problems that uses most of what a file may say, and variations on it.</summary>
internal static class CheckedShop
{
    public const string Json = """
        {
          "id": "print-shop",
          "name": "Cards and more",
          "currency": "EUR",
          "tax": {
            "included": true,
            "default": "standard",
            "rates": { "standard": { "*": 21 }, "reduced": { "*": 9 } }
          },
          "shipping": {
            "default": "post",
            "tax": "standard",
            "methods": {
              "post": { "name": "Post", "price": "4.95" },
              "express": { "name": "Express", "price": "9.95" }
            }
          },
          "inputs": {
            "logo": { "type": "url", "label": "Your logo" },
            "branch": { "type": "choice", "label": "Your trade", "choices": { "baker": "Baker", "florist": "Florist" } }
          },
          "products": {
            "cards": {
              "name": "Business cards",
              "category": "print",
              "tags": ["paper"],
              "tax": "reduced",
              "price": { "byQuantity": { "100": "12.95", "250": "22.95" } },
              "options": {
                "paper": {
                  "name": "Paper",
                  "default": "matt",
                  "choices": {
                    "matt": { "name": "Matt" },
                    "silk": { "name": "Silk", "price": { "byQuantity": { "100": "2.50", "250": "3.95" } } }
                  }
                },
                "finish": {
                  "name": "Finish",
                  "default": "none",
                  "choices": {
                    "none": { "name": "None" },
                    "spot": {
                      "name": "Spot UV",
                      "price": { "percent": 8, "of": "line", "atLeast": "1.00", "atMost": "25.00" },
                      "requires": { "paper": ["silk"] }
                    }
                  }
                }
              },
              "personalised": ["logo"]
            },
            "thick-cards": {
              "name": "Thick cards",
              "category": "print",
              "price": { "byQuantity": { "100": "19.95", "250": "34.95" } },
              "options": {
                "edge": {
                  "name": "Edge",
                  "default": "plain",
                  "choices": { "plain": { "name": "Plain" }, "gold": { "name": "Gold" } }
                }
              }
            },
            "pens": {
              "name": "Pens",
              "category": "writing",
              "quantities": { "min": 10, "max": 100, "step": 10 },
              "price": { "tiers": [ { "from": 10, "each": "0.75" }, { "from": 50, "each": "0.60" } ] }
            },
            "stamps": {
              "name": "Stamps",
              "price": { "tiers": [ { "from": 1, "each": "0.95" }, { "from": 10, "each": "0.90" } ], "graduated": true }
            },
            "cover": {
              "name": "Reprint cover",
              "quantities": [1],
              "price": { "percent": 5, "of": "line:cards", "atLeast": "1.00", "atMost": "9.00" },
              "multipliable": false,
              "shipped": false
            }
          },
          "steps": [
            {
              "id": "cards",
              "kind": "choose",
              "title": "Your cards",
              "offers": [
                { "id": "cards", "add": { "product": "cards", "quantity": "choose", "options": { "paper": "choose" } } },
                {
                  "id": "small",
                  "title": "Cards for a trial",
                  "add": [ { "product": "cards", "quantity": 100, "options": { "paper": "silk", "finish": "spot" } } ],
                  "price": { "percentOff": 5 }
                }
              ]
            },
            {
              "id": "paper",
              "kind": "upsell",
              "title": "Better cards",
              "offers": [
                { "id": "silk", "set": { "line": "cards", "options": { "paper": "silk" } } },
                { "id": "thick", "swap": { "line": "cards", "product": "thick-cards" } }
              ],
              "next": [
                { "when": { "fact": "order.subtotal", "atLeast": "20.00" }, "to": "extras" },
                { "when": { "fact": "input.branch", "is": "baker" }, "to": "thanks" },
                { "to": "details" }
              ]
            },
            {
              "id": "extras",
              "kind": "crossSell",
              "title": "Extras",
              "offersWhen": { "fact": "offer.share", "atMost": 25 },
              "pick": { "min": 0, "max": 2 },
              "offers": [
                { "id": "pens", "add": { "product": "pens", "quantity": 20, "for": "cards" } },
                { "id": "stamps", "when": { "fact": "line.cards", "exists": true }, "add": { "product": "stamps" } },
                { "id": "cover", "add": { "product": "cover", "for": "cards" } }
              ],
              "selectionDiscounts": [ { "atLeast": 1, "percentOff": 2 }, { "atLeast": 2, "percentOff": 5 } ],
              "onAccept": "details"
            },
            {
              "id": "details",
              "kind": "form",
              "title": "Your details",
              "fields": [
                { "id": "company", "type": "text", "label": "Company", "maxLength": 80 },
                { "id": "staff", "type": "number", "label": "How many are you?", "min": 1, "max": 500 },
                { "id": "opens-on", "type": "date", "label": "When do you open?" },
                { "id": "gift", "type": "checkbox", "label": "It is a gift" }
              ]
            },
            {
              "id": "thanks",
              "kind": "upsell",
              "title": "Thank you",
              "when": { "fact": "order.categories", "contains": "print" },
              "offers": [
                { "id": "gold", "title": "Gold edge", "set": [ { "line": "cards", "options": { "edge": "gold" } } ] },
                { "id": "off", "title": "5 % off", "discount": { "percentOff": 5, "on": "category:print" } },
                { "id": "fast", "title": "Express", "ship": "express" },
                { "id": "twice", "title": "Twice", "multiply": { "by": 2, "percent": 40 } }
              ],
              "next": "end"
            }
          ]
        }
        """;

    /// <summary>The shop with a value, written as JSON, at a pointer; <c>-</c> is behind the last item of a list.</summary>
    public static string With(string pointer, string json, string file = Json)
    {
        var root = JsonNode.Parse(file)!;
        var segments = pointer[1..].Split('/');
        var parent = segments[..^1]
            .Aggregate(root, (node, segment) => node is JsonArray list ? list[Index(segment)]! : node[segment]!);
        switch (parent)
        {
            case JsonArray list when segments[^1] is "-":
                list.Add(JsonNode.Parse(json));
                break;
            case JsonArray list:
                list[Index(segments[^1])] = JsonNode.Parse(json);
                break;
            default:
                parent[segments[^1]] = JsonNode.Parse(json);
                break;
        }

        return root.ToJsonString();
    }

    public static string Without(string pointer, string file = Json)
    {
        var root = JsonNode.Parse(file)!;
        var segments = pointer[1..].Split('/');
        var parent = segments[..^1]
            .Aggregate(root, (node, segment) => node is JsonArray list ? list[Index(segment)]! : node[segment]!);
        if (parent is JsonArray items)
        {
            items.RemoveAt(Index(segments[^1]));
        }
        else
        {
            ((JsonObject)parent).Remove(segments[^1]);
        }

        return root.ToJsonString();
    }

    /// <summary>What keeps a file from running. What its walks and lint say of it is told elsewhere.</summary>
    public static CheckReport Check(string json) =>
        Funnel.Checking.Check.Structure(Encoding.UTF8.GetBytes(json), out _);

    /// <summary>All problems of a file, as code and pointer.</summary>
    public static IEnumerable<string> ProblemsOf(string json) =>
        Check(json).Problems.Select(problem => $"{problem.Code} {problem.Pointer}");

    /// <summary>All problems of the shop with a value at a pointer, as code and pointer.</summary>
    public static IEnumerable<string> ProblemsWith(string pointer, string json) => ProblemsOf(With(pointer, json));

    private static int Index(string segment) => int.Parse(segment, CultureInfo.InvariantCulture);
}
