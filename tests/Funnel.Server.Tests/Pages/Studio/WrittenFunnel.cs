using System.Globalization;

namespace Funnel.Server.Tests.Pages.Studio;

/// <summary>A funnel as a merchant writes it: mugs, then a spoon, line by line.</summary>
internal static class WrittenFunnel
{
    public static string Mugs(string id, string name = "Mugs") =>
        $$"""
            {
              "id": "{{id}}",
              "name": "{{name}}",
              "currency": "EUR",
              "products": {
                "mug": { "name": "Mug", "price": "5.00", "shipped": false },
                "spoon": { "name": "Spoon", "price": "1.00", "shipped": false }
              },
              "steps": [
                {
                  "id": "mug",
                  "kind": "choose",
                  "title": "A mug",
                  "offers": [
                    {
                      "id": "mug",
                      "add": { "product": "mug", "quantity": 1 }
                    }
                  ]
                },
                {
                  "id": "spoon",
                  "kind": "crossSell",
                  "title": "A spoon",
                  "offers": [
                    {
                      "id": "spoon",
                      "benefit": "To stir with.",
                      "add": { "product": "spoon" }
                    }
                  ]
                }
              ]
            }

            """;

    /// <summary>The number of the first line that has this in it, as the editor's margin shows it.</summary>
    public static string Line(string text, string part) =>
        (text[..text.IndexOf(part, StringComparison.Ordinal)].Count(sign => sign is '\n') + 1).ToString(
            CultureInfo.InvariantCulture
        );
}
