namespace Funnel.Server.Tests.Running;

/// <summary>Funnels of a few lines, for what the repository's own do not show.</summary>
internal static class SmallFunnel
{
    /// <summary>One product, then one upsell.</summary>
    public static string Mug(string price = "5.00") =>
        $$"""
            {
              "id": "mug",
              "name": "Mugs",
              "currency": "EUR",
              "expiresAfter": "PT1H",
              "products": {
                "mug": { "name": "Mug", "price": "{{price}}", "shipped": false },
                "spoon": { "name": "Spoon", "price": "1.00", "shipped": false }
              },
              "steps": [
                { "id": "mug", "kind": "choose", "title": "A mug", "offers": [ { "id": "mug", "add": { "product": "mug", "quantity": "choose" } } ] },
                { "id": "spoon", "kind": "crossSell", "title": "A spoon", "offers": [ { "id": "spoon", "benefit": "To stir with.", "add": { "product": "spoon" } } ] }
              ]
            }
            """;

    /// <summary>Mugs and plates in any number; from fifty mugs or people on also a hamper.</summary>
    public const string Picnic = """
        {
          "id": "picnic",
          "name": "Picnics",
          "currency": "EUR",
          "inputs": { "people": { "type": "number", "label": "How many come?" } },
          "products": {
            "mug": { "name": "Mug", "price": "5.00", "shipped": false },
            "plate": { "name": "Plate", "price": "3.00", "shipped": false },
            "hamper": { "name": "Hamper", "price": "40.00", "shipped": false }
          },
          "steps": [
            { "id": "mug", "kind": "choose", "title": "Mugs", "offers": [ { "id": "mug", "add": { "product": "mug", "quantity": "choose", "as": "mug" } } ] },
            { "id": "plate", "kind": "crossSell", "title": "Plates", "offers": [ { "id": "plate", "add": { "product": "plate", "quantity": "choose" } } ] },
            {
              "id": "hamper", "kind": "crossSell", "title": "A hamper",
              "when": { "any": [ { "fact": "line.mug.quantity", "atLeast": 50 }, { "fact": "input.people", "atLeast": 50 } ] },
              "offers": [ { "id": "hamper", "add": { "product": "hamper" } } ]
            }
          ]
        }
        """;

    /// <summary>A currency without minor units.</summary>
    public const string Yen = """
        {
          "id": "tea",
          "name": { "en": "Tea", "ja": "お茶", "nl": "Thee" },
          "currency": "JPY",
          "locales": ["en", "ja", "nl"],
          "products": {
            "tea": { "name": { "en": "Tea", "ja": "お茶", "nl": "Thee" }, "price": "1250", "shipped": false }
          },
          "steps": [
            {
              "id": "tea", "kind": "choose", "title": { "en": "Tea", "ja": "お茶", "nl": "Thee" },
              "offers": [ { "id": "tea", "add": { "product": "tea", "quantity": "choose" } } ]
            },
            {
              "id": "gift", "kind": "crossSell", "title": { "en": "A gift", "ja": "贈り物", "nl": "Een cadeau" },
              "offers": [
                {
                  "id": "off", "title": { "en": "A fifth off", "ja": "二割引", "nl": "Een vijfde eraf" },
                  "discount": { "percentOff": 20, "on": "order" }
                }
              ]
            }
          ]
        }
        """;
}
