using System.Text;
using Funnel.Definitions;

namespace Funnel.Tests.Checking.Lint;

/// <summary>A shop of which lint has nothing to say, and variations on it.</summary>
internal static class LintShop
{
    public const string Json = """
        {
          "id": "cards",
          "name": { "en": "Cards and more", "nl": "Kaartjes en meer" },
          "currency": "EUR",
          "locales": ["en", "nl"],
          "shipping": {
            "default": "post",
            "methods": {
              "post": { "name": "Post", "price": "4.95" },
              "express": { "name": "Express", "price": "9.95" }
            }
          },
          "inputs": { "logo": { "type": "url", "label": "Logo" } },
          "products": {
            "cards": {
              "name": "Cards",
              "price": { "byQuantity": { "100": "20.00", "250": "40.00" } },
              "options": {
                "paper": {
                  "name": "Paper",
                  "default": "matt",
                  "choices": {
                    "matt": { "name": "Matt" },
                    "silk": { "name": "Silk", "price": "0.04" },
                    "gold": { "name": "Gold", "price": { "flat": "10.00" } }
                  }
                }
              }
            },
            "thick-cards": { "name": "Thick cards", "price": { "byQuantity": { "100": "29.95", "250": "59.95" } } },
            "pens": { "name": "Pens", "quantities": { "min": 1, "max": 50 }, "price": "1.00" },
            "box": { "name": "Box", "quantities": [1], "price": "3.00" },
            "check": { "name": "Check", "quantities": [1], "price": "2.00", "multipliable": false, "shipped": false }
          },
          "steps": [
            {
              "id": "cards",
              "kind": "choose",
              "title": "Your cards",
              "description": { "en": "Delivery is € 4.95.", "nl": "Bezorgen kost € 4,95." },
              "offers": [
                { "id": "cards", "add": { "product": "cards", "quantity": "choose", "options": { "paper": "choose" } } }
              ]
            },
            {
              "id": "paper",
              "kind": "upsell",
              "title": "A better paper?",
              "offers": [
                {
                  "id": "silk",
                  "benefit": "Colours look deeper on it.",
                  "set": { "line": "cards", "options": { "paper": "silk" } }
                },
                {
                  "id": "thick",
                  "benefit": "A card that does not bend.",
                  "swap": { "line": "cards", "product": "thick-cards" }
                }
              ]
            },
            {
              "id": "extras",
              "kind": "crossSell",
              "title": "Something with it?",
              "offers": [
                {
                  "id": "pens",
                  "benefit": "Your name stays on the desk after you have gone.",
                  "add": { "product": "pens", "quantity": 3 }
                },
                { "id": "box", "benefit": "Keeps them flat and clean.", "add": { "product": "box" } }
              ]
            },
            {
              "id": "details",
              "kind": "form",
              "title": "Who are you?",
              "fields": [ { "id": "company", "type": "text", "label": "Company" } ]
            },
            {
              "id": "twice",
              "kind": "upsell",
              "title": "Everything twice?",
              "offers": [
                {
                  "id": "twice",
                  "title": "Twice",
                  "benefit": "A second set for a colleague.",
                  "multiply": { "by": 2, "percent": 40, "of": "net" }
                }
              ]
            }
          ]
        }
        """;

    public static bool IsOfLint(Problem problem) => string.CompareOrdinal(problem.Code, "FNL100") >= 0;

    public static IReadOnlyList<Problem> Problems(string json) =>
        Funnel.Checking.Check.Run(Encoding.UTF8.GetBytes(json)).Problems;

    /// <summary>All problems of a file, as code and pointer.</summary>
    public static IEnumerable<string> ProblemsOf(string json) =>
        Problems(json).Select(problem => $"{problem.Code} {problem.Pointer}");

    /// <summary>All problems of the shop with values, written as JSON, at pointers, as code and pointer.</summary>
    public static IEnumerable<string> ProblemsWith(params IEnumerable<(string Pointer, string Json)> changes) =>
        ProblemsOf(With(changes));

    public static string With(params IEnumerable<(string Pointer, string Json)> changes) =>
        changes.Aggregate(Json, (file, change) => CheckedShop.With(change.Pointer, change.Json, file));
}
