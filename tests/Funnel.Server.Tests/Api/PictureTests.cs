using System.Net;
using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>A report draws its funnel, each part with its place in the file.</summary>
public sealed class PictureTests(SharedServer shared)
{
    /// <summary>A way that branches, a step and an offer with a condition, and a form.</summary>
    private const string Bakery = """
        {
          "id": "bakery",
          "name": { "en": "Bakery", "nl": "Bakkerij" },
          "currency": "EUR",
          "locales": ["en", "nl"],
          "products": {
            "bread": { "name": { "en": "Bread", "nl": "Brood" }, "price": "3.00", "shipped": false },
            "cake": { "name": { "en": "Cake", "nl": "Taart" }, "price": "12.00", "shipped": false }
          },
          "steps": [
            {
              "id": "bread", "kind": "choose", "title": { "en": "Your bread", "nl": "Je brood" },
              "offers": [ { "id": "loaf", "add": { "product": "bread", "quantity": "choose" } } ],
              "next": [ { "when": { "fact": "order.subtotal", "atLeast": "9.00" }, "to": "name" }, { "to": "cake" } ]
            },
            {
              "id": "cake", "kind": "crossSell", "title": { "en": "Cake?", "nl": "Taart?" },
              "when": { "fact": "context.channel", "isNot": "kiosk" },
              "offers": [
                { "id": "cake", "benefit": { "en": "Fresh.", "nl": "Vers." }, "add": { "product": "cake" } },
                {
                  "id": "two", "benefit": { "en": "Fresh.", "nl": "Vers." }, "title": { "en": "Two", "nl": "Twee" },
                  "when": { "fact": "order.subtotal", "atLeast": "6.00" }, "add": { "product": "cake", "quantity": 2 }
                }
              ],
              "onDecline": "end"
            },
            {
              "id": "name", "kind": "form", "title": { "en": "For whom?", "nl": "Voor wie?" },
              "fields": [ { "id": "name", "type": "text", "label": { "en": "Your name", "nl": "Je naam" } } ]
            }
          ]
        }
        """;

    [Fact]
    public async Task Steps_offers_and_fields_are_told_with_their_conditions_in_words()
    {
        var picture = await PictureOf(Bakery);

        Assert.Equal("Bakery", picture.TextAt("/title"));
        Assert.Equal(
            [
                "choose bread Your bread when: /steps/0",
                "loaf Bread when: /steps/0/offers/0",
                "crossSell cake Cake? when:context.channel is not kiosk /steps/1",
                "cake Cake when: /steps/1/offers/0",
                "two Two when:order.subtotal ≥ 6.00 /steps/1/offers/1",
                "form name For whom? when: /steps/2",
                "name Your name /steps/2/fields/0",
            ],
            picture.GetProperty("steps").EnumerateArray().SelectMany(Lines)
        );
    }

    [Fact]
    public async Task Ways_are_told_once_between_two_steps_each_with_all_that_leads_along_it()
    {
        var picture = await PictureOf(Bakery);

        Assert.Equal(
            [
                "bread name: accept / pass when order.subtotal ≥ 9.00",
                "bread cake: accept / pass otherwise",
                "cake name: accept / pass",
                "cake : decline",
                "name : accept / decline",
            ],
            picture
                .GetProperty("ways")
                .EnumerateArray()
                .Select(way =>
                    $"{way.TextAt("/from")} {way.TextAt("/to")}: {string.Join(", ", way.GetProperty("labels").EnumerateArray())}"
                )
        );
    }

    [Theory]
    [InlineData("print-shop")]
    [InlineData("burger-menu")]
    [InlineData("phone-shop")]
    [InlineData("winter-coat")]
    public async Task Each_part_of_our_shops_is_where_it_points_to(string shop)
    {
        var content = await File.ReadAllTextAsync(
            Path.Combine(Repository.Funnels, $"{shop}.json"),
            TestContext.Current.CancellationToken
        );
        using var file = JsonDocument.Parse(content);

        var steps = (await PictureOf(content)).GetProperty("steps").EnumerateArray().ToList();

        JsonElement[] parts = [.. steps, .. steps.SelectMany(Below)];
        Assert.All(
            parts,
            part => Assert.Equal(part.TextAt("/id"), file.RootElement.At(part.TextAt("/pointer")!).TextAt("/id"))
        );
    }

    [Fact]
    public async Task What_cannot_run_has_no_picture_and_what_can_has_one_whatever_its_walks_show()
    {
        var misspelt = Bakery.Replace("\"product\": \"cake\"", "\"product\": \"cak\"", StringComparison.Ordinal);
        var neverShown = Bakery
            .Replace("\"6.00\"", "\"60.00\"", StringComparison.Ordinal)
            .Replace("\"quantity\": \"choose\"", "\"quantity\": 1", StringComparison.Ordinal);

        var broken = await Check(misspelt);
        var hidden = await Check(neverShown);

        Assert.Equal(JsonValueKind.Null, broken.GetProperty("picture").ValueKind);
        Assert.False(hidden.GetProperty("publishable").GetBoolean());
        Assert.Equal("Bakery", hidden.TextAt("/picture/title"));
    }

    private static IEnumerable<string> Lines(JsonElement step) =>
        [
            $"{step.TextAt("/kind")} {step.TextAt("/id")} {step.TextAt("/title")} when:{step.TextAt("/when")} {step.TextAt("/pointer")}",
            .. step.GetProperty("offers")
                .EnumerateArray()
                .Select(offer =>
                    $"{offer.TextAt("/id")} {offer.TextAt("/title")} when:{offer.TextAt("/when")} {offer.TextAt("/pointer")}"
                ),
            .. step.GetProperty("fields")
                .EnumerateArray()
                .Select(field => $"{field.TextAt("/id")} {field.TextAt("/label")} {field.TextAt("/pointer")}"),
        ];

    private static IEnumerable<JsonElement> Below(JsonElement step) =>
        step.GetProperty("offers").EnumerateArray().Concat(step.GetProperty("fields").EnumerateArray());

    private async Task<JsonElement> PictureOf(string definition) => (await Check(definition)).GetProperty("picture");

    private async Task<JsonElement> Check(string definition) =>
        (await shared.Api.Send(HttpMethod.Post, "/v1/funnels/check", (object?)definition, ServerSettings.MerchantKey))
            .Expect(HttpStatusCode.OK)
            .Json;
}
