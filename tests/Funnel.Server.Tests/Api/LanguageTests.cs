using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class LanguageTests(SharedServer shared)
{
    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("nl-BE", "nl")]
    [InlineData("NL", "nl")]
    [InlineData("en-GB", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    [InlineData("*", "en")]
    [InlineData("-", "en")]
    public async Task An_asked_language_becomes_the_nearest_that_the_funnel_speaks(string asked, string spoken)
    {
        var order = await shared.Api.Start("print-shop", new { locale = asked });

        Assert.Equal(spoken, order.Started.TextAt("/locale"));
    }

    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("fr, nl;q=0.5, en;q=0.4", "nl")]
    [InlineData("en;q=0.1, nl-NL;q=0.9", "nl")]
    [InlineData("nl;q=0, en", "en")]
    [InlineData("fr", "en")]
    [InlineData("*", "en")]
    [InlineData("%%%;;q=nonsense,,", "en")]
    [InlineData("nl;q=7", "en")]
    public async Task Without_an_asked_language_the_browser_s_decides(string accepted, string spoken)
    {
        var order = await shared.Api.Start("print-shop", null, null, ("Accept-Language", accepted));

        Assert.Equal(spoken, order.Started.TextAt("/locale"));
        Assert.Equal(spoken == "nl" ? "Je visitekaartjes" : "Your business cards", order.Started.TextAt("/step/title"));
    }

    [Fact]
    public async Task An_asked_language_wins_over_the_browser_s_at_every_call()
    {
        var order = await shared.Api.Start("print-shop", new { locale = "nl" }, null, ("Accept-Language", "en"));

        Assert.Equal("nl", order.Started.TextAt("/locale"));
        Assert.Equal("nl", (await order.View(("Accept-Language", "en"))).TextAt("/locale"));
    }

    [Fact]
    public async Task Without_an_asked_language_each_call_is_answered_in_its_own()
    {
        var order = await shared.Api.Start("print-shop");

        Assert.Equal("nl", (await order.View(("Accept-Language", "nl"))).TextAt("/locale"));
        Assert.Equal("en", (await order.View(("Accept-Language", "en"))).TextAt("/locale"));
    }

    [Fact]
    public async Task Every_text_of_a_Dutch_order_is_Dutch()
    {
        var order = await shared.Api.Start("print-shop", new { locale = "nl" });
        var reply = await order.Take("cards", Answers.Accept("cards"));

        Assert.Equal("Een steviger papier?", reply.TextAt("/step/title"));
        Assert.StartsWith("Een zachte glans", reply.Offer("silk").TextAt("/benefit"), StringComparison.Ordinal);
        Assert.Equal("Visitekaartjes", reply.Line("cards").TextAt("/name"));
        Assert.Equal("Papier", reply.Line("cards").TextAt("/optionTexts/0/name"));
        Assert.Equal("Post", reply.TextAt("/totals/shippingMethod"));
        Assert.Equal("Je visitekaartjes", reply.TextAt("/progress/steps/0/title"));
    }
}
