using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class MoneyDisplayTests(SharedServer shared)
{
    [Theory]
    [InlineData("en", "¥1,250", "¥1,250,000", "− ¥250", "+ ¥1,250")]
    [InlineData("nl", "¥ 1.250", "¥ 1.250.000", "− ¥ 250", "+ ¥ 1.250")]
    public async Task A_currency_without_minor_units_has_no_decimals(
        string locale,
        string one,
        string thousand,
        string off,
        string plus
    )
    {
        using var funnels = TemporaryFolder.With(("tea.json", SmallFunnel.Yen));
        await using var server = RunningServer.Start(new() { FunnelsDirectory = funnels.Path });
        var order = await server.Api.Start("tea", new { locale });

        Assert.Equal(plus, order.Started.Offer("tea").TextAt("/delta/display"));
        var reply = await order.Take("tea", Answers.Accept("tea"));

        Assert.Equal(("1250", one), (reply.Total, reply.TextAt("/totals/total/display")));
        Assert.Equal(
            ("-250", off),
            (reply.Offer("off").TextAt("/delta/amount"), reply.Offer("off").TextAt("/delta/display"))
        );
        var many = await order.Take("tea", Answers.Accept("tea", 1000));
        Assert.Equal(("1250000", thousand), (many.Total, many.TextAt("/totals/total/display")));
    }

    [Fact]
    public async Task Amounts_read_as_a_Dutch_shopper_writes_them()
    {
        var order = await shared.Api.Start("print-shop", new { locale = "nl" });
        var reply = await order.Take("cards", Answers.Accept("cards", 250));

        Assert.Equal("€ 14,95", reply.TextAt("/totals/total/display"));
        Assert.Equal("+ € 8,95", reply.Offer("soft-touch").TextAt("/delta/display"));
        Assert.Equal("€ 23,90", reply.Offer("soft-touch").TextAt("/totalAfter/display"));
        Assert.Equal("− € 12,95", reply.Line("cards").TextAt("/adjustments/0/amount/display"));
        Assert.Equal("-12.95", reply.Line("cards").TextAt("/adjustments/0/amount/amount"));
        Assert.Equal("Eerste 100 gratis", reply.Line("cards").TextAt("/adjustments/0/label"));
    }

    [Fact]
    public async Task A_price_of_its_own_shows_the_normal_price_and_the_saving()
    {
        var order = await shared.Api.Start("phone-shop", new { country = "DE" });
        var reply = await order.WalkTo("protect");

        var bundle = reply.Offer("bundle");
        Assert.Equal(bundle.AmountAt("/normalPrice"), bundle.AmountAt("/delta") + bundle.AmountAt("/saving"));
        Assert.True(bundle.AmountAt("/saving") > 0);
    }
}
