using System.Text;
using Funnel.Machine;
using Funnel.Simulation;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Simulation;

/// <summary>What recorded orders would have come to in another version.</summary>
public sealed class ReplayedOrderTests
{
    private static readonly Shop Shop = Shop.File("print-shop");

    [Fact]
    public void An_order_through_its_own_version_is_the_same()
    {
        var shopper = Shop.Visit().Accept("cards 250").Accept("silk").Accept("spot-uv").DeclineTo("double");
        Assert.True(ReplayedOrder.Of(shopper.Walk, Shop.Machine).IsSame);

        var done = shopper.Accept("double-it");
        Assert.True(ReplayedOrder.Of(done.Walk, Shop.Machine).IsSame);
    }

    [Fact]
    public void A_dearer_finish_changes_the_total_alone()
    {
        var shopper = Shop.Visit().Accept("cards 250").Accept("silk").Accept("spot-uv").DeclineTo("end");

        var replayed = ReplayedOrder.Of(shopper.Walk, Draft("\"250\": \"7.95\"", "\"250\": \"8.95\""));

        Assert.Equal(new Money(1_00), replayed.After - replayed.Before);
        Assert.Empty(replayed.Dropped);
        Assert.Empty(replayed.NoLongerShown);
    }

    [Fact]
    public void What_cannot_be_taken_any_more_falls_away_and_the_rest_stays()
    {
        var shopper = Shop.Visit()
            .Accept("cards 250")
            .Accept("silk")
            .Accept("spot-uv")
            .Accept("cardboard")
            .DeclineTo("end");

        var replayed = ReplayedOrder.Of(
            shopper.Walk,
            Draft(
                "\"requires\": { \"paper\": [\"silk\", \"soft-touch\"] }",
                "\"requires\": { \"paper\": [\"soft-touch\"] }"
            )
        );

        Assert.Equal("finish", Assert.Single(replayed.Dropped).Step);
        // Of a list of 28.85 without it, ten pens for 7.50 are 26 %.
        Assert.Equal(["finish/spot-uv", "pens-small/pens-10"], replayed.NoLongerShown);
        Assert.Equal(-7_95, (replayed.After - replayed.Before).Minor);
        Assert.Null(replayed.StopsAt);
    }

    [Fact]
    public void What_is_new_is_declined_for_the_shopper()
    {
        // Three things more to say no to, beside a hundred free cards.
        var shopper = Shop.Visit().Accept("cards 100").DeclineTo("end");

        var replayed = ReplayedOrder.Of(
            shopper.Walk,
            Draft("\"offer.share\", \"atMost\": 25", "\"offer.share\", \"atMost\": 60")
        );

        Assert.Equal(replayed.Before, replayed.After);
        Assert.Equal(
            ["box/aluminium", "artwork-check/artwork-check", "pens-small/pens-10", "notepads/notepads-2"],
            replayed.NowShown
        );
    }

    private static FunnelMachine Draft(string before, string after)
    {
        var file = Encoding.UTF8.GetString(ShippedFunnels.Read("print-shop.json"));
        Assert.Contains(before, file, StringComparison.Ordinal);
        return Shop.Of(file.Replace(before, after, StringComparison.Ordinal)).Machine;
    }
}
