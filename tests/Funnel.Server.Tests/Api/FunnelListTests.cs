using System.Net;
using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class FunnelListTests(SharedServer shared)
{
    [Fact]
    public async Task Every_file_of_the_folder_is_published()
    {
        var reply = (await shared.Api.Funnels()).Expect(HttpStatusCode.OK);

        Assert.Equal(
            ["burger-menu", "phone-shop", "print-shop", "software-plans", "winter-coat"],
            reply.Json.Values("id")
        );
        Assert.All(reply.Json.EnumerateArray(), funnel => Assert.Equal(1, funnel.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_funnel_says_what_it_sells_in_what_languages_and_from_what_price()
    {
        var shop = await PrintShop();

        Assert.Equal("Drukkerij Vierkleur: business cards", shop.TextAt("/name"));
        Assert.Equal("EUR", shop.TextAt("/currency"));
        Assert.Equal(["en", "nl"], shop.GetProperty("locales").EnumerateArray().Select(locale => locale.GetString()));
        // The first hundred cards are free; the postage is not.
        Assert.Equal(("4.95", "€4.95"), (shop.TextAt("/fromPrice/amount"), shop.TextAt("/fromPrice/display")));
    }

    [Fact]
    public async Task The_list_is_in_the_browser_s_language()
    {
        var shop = await PrintShop(("Accept-Language", "nl-NL,nl;q=0.9,en;q=0.8"));

        Assert.Equal("Drukkerij Vierkleur: visitekaartjes", shop.TextAt("/name"));
        Assert.Equal("€ 4,95", shop.TextAt("/fromPrice/display"));
    }

    [Fact]
    public async Task A_funnel_shows_the_picture_of_what_it_begins_with()
    {
        Assert.Equal("/images/cards.svg", (await PrintShop()).TextAt("/image"));

        foreach (var funnel in (await shared.Api.Funnels()).Json.EnumerateArray())
        {
            var order = await shared.Api.Start(funnel.TextAt("/id")!);
            if (order.Started.Json.At("/step") is var step && step.TextAt("/offers/0/image") is { } first)
            {
                Assert.Equal(first, funnel.TextAt("/image"));
            }
        }
    }

    [Fact]
    public async Task A_funnel_says_what_may_be_handed_over_in_the_language_of_the_reply()
    {
        var asked = Assert.Single(
            (await PrintShop(("Accept-Language", "nl"))).GetProperty("inputs").EnumerateArray().ToArray()
        );

        Assert.Equal("""{"id":"artwork","type":"url","label":"Je logo","required":false}""", asked.GetRawText());
    }

    [Fact]
    public async Task An_order_can_be_had_for_the_from_price()
    {
        foreach (var funnel in (await shared.Api.Funnels()).Json.EnumerateArray())
        {
            var order = await shared.Api.Start(funnel.TextAt("/id")!);
            if (order.Started.TextAt("/step/kind") == "choose")
            {
                var least = order.Started.Json.At("/step/offers").EnumerateArray().Min(LeastOf);
                Assert.Equal(least, funnel.AmountAt("/fromPrice"));
            }
        }
    }

    [Fact]
    public async Task A_funnel_that_offers_nothing_now_has_no_from_price_and_without_pictures_none()
    {
        using var folder = TemporaryFolder.With(
            (
                "mug.json",
                SmallFunnel
                    .Mug()
                    .Replace(
                        "\"id\": \"mug\", \"add\"",
                        "\"id\": \"mug\", \"when\": { \"fact\": \"date\", \"atLeast\": \"2030-01-01\" }, \"add\"",
                        StringComparison.Ordinal
                    )
            )
        );
        await using var server = RunningServer.Start(new() { FunnelsDirectory = folder.Path });

        var funnel = Assert.Single((await server.Api.Funnels()).Json.EnumerateArray());

        Assert.Equal(JsonValueKind.Null, funnel.GetProperty("fromPrice").ValueKind);
        Assert.Equal(JsonValueKind.Null, funnel.GetProperty("image").ValueKind);
        Assert.Empty(funnel.GetProperty("inputs").EnumerateArray());
    }

    private static decimal LeastOf(JsonElement offer) =>
        offer.At("/choose/quantity/values") is { ValueKind: JsonValueKind.Array } quantities
            ? quantities.EnumerateArray().Min(value => value.AmountAt("/delta"))
            : offer.AmountAt("/delta");

    private async Task<JsonElement> PrintShop(params IReadOnlyList<(string, string)> headers) =>
        (await shared.Api.Funnels(headers))
            .Json.EnumerateArray()
            .Single(funnel => funnel.GetProperty("id").ValueEquals("print-shop"));
}
