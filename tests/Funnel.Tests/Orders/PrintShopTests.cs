using Funnel.Definitions;
using Funnel.Orders;

namespace Funnel.Tests.Orders;

public sealed class PrintShopTests
{
    private static readonly Shop Shop = Shop.File("print-shop");

    [Fact]
    public void Each_answer_moves_the_total_by_what_was_shown()
    {
        var shopper = Shop.Visit();

        // 22.95 for 250, the first 100 (12.95) free: 10.00, and 4.95 post.
        Assert.Equal("cards +4.95", shopper.Offers);
        shopper.Accept("cards 250");
        Assert.Equal("14.95", shopper.Total);

        Assert.Equal("silk +3.95, soft-touch +8.95", shopper.Offers);
        shopper.Accept("soft-touch");
        Assert.Equal("23.90", shopper.Total);

        Assert.Equal("rounded +2.95, spot-uv +7.95", shopper.Offers);
        shopper.Accept("spot-uv");
        Assert.Equal("31.85", shopper.Total);

        // Of a list of 22.95 + 8.95 + 7.95 = 39.85 they are 4.9 % and 9.9 %.
        Assert.Equal("cardboard +1.95, aluminium +3.95", shopper.Offers);
        shopper.Accept("cardboard");
        Assert.Equal("33.80", shopper.Total);

        // 9.4 % of 41.80.
        Assert.Equal("artwork-check +3.95", shopper.Offers);
        shopper.Decline();

        // 25 pens would be 16.25 of 41.80, 38.9 %: over the guard. 10 are 17.9 %.
        Assert.Equal("pens-small", shopper.At);
        Assert.Equal("pens-10 +7.50", shopper.Offers);
        shopper.Accept("pens-10");
        Assert.Equal("41.30", shopper.Total);

        // 2 are 14.1 % of 49.30, 5 would be 30.3 %.
        Assert.Equal("notepads-2 +6.95", shopper.Offers);
        shopper.Decline();

        // No business, a subtotal of 36.35, and June: letterhead, textile and Christmas cards are passed by.
        // 40 % of 49.30 is 19.72. 36.35 + 19.72 = 56.07 is over 50.00, so the post's 4.95 goes: 56.07 - 41.30 = 14.77.
        Assert.Equal("double", shopper.At);
        Assert.Equal("double-it +14.77", shopper.Offers);
        shopper.Accept("double-it");

        Assert.Equal("end", shopper.At);
        Assert.Equal("cards paper finish box artwork-check pens-small notepads double", shopper.Path);
    }

    [Fact]
    public void A_doubled_order_is_priced_to_the_cent_line_by_line()
    {
        var shopper = Shop.Visit()
            .Accept("cards 250")
            .Accept("soft-touch")
            .Accept("spot-uv")
            .Accept("cardboard")
            .Decline()
            .Accept("pens-10");

        // Tax in 26.90: 4.6686; in 1.95: 0.3384; in 7.50: 1.3017; in the post's 4.95: 0.8591.
        Assert.Equal("36.35", shopper.Subtotal);
        Assert.Equal("4.95", shopper.Shipping);
        Assert.Equal("21 % of 34.13 = 7.17", shopper.TaxGroups);

        shopper.Decline().Accept("double-it");

        // 19.72 over lists of 39.85, 1.95 and 7.50: 15.94, 0.78 and 3.00, without a remainder.
        Assert.Equal(
            [
                "500 business-cards paper=soft-touch finish=spot-uv 39.85 -12.95 +15.94 = 42.84",
                "2 cardboard-box 1.95 +0.78 = 2.73",
                "20 pens 7.50 +3.00 = 10.50",
            ],
            shopper.Lines
        );
        Assert.Equal(
            ["First 100 free, cards/cards", "Double my order, double/double-it"],
            shopper.Adjustments("cards")
        );
        Assert.Equal("56.07", shopper.Subtotal);
        Assert.Equal("0.00", shopper.Shipping);
        Assert.Equal("56.07", shopper.Total);

        // Tax in 42.84: 7.4350…; in 2.73: 0.4738; in 10.50: 1.8223. Post that is free is in no group.
        Assert.Equal(["7.44", "0.47", "1.82"], shopper.Walk.Basket.Lines.Select(line => shopper.Text(line.Tax)));
        Assert.Equal("21 % of 46.34 = 9.73", shopper.TaxGroups);
        Assert.Equal("9.73", shopper.Tax);
    }

    [Fact]
    public void The_ledger_tells_what_each_step_moved()
    {
        var shopper = Shop.Visit().Accept("cards 250").Accept("soft-touch").DeclineTo("double").Accept("double-it");

        var ledger = shopper.Walk.Answered.Select(LedgerEntry.Of).Where(entry => !entry.Total.IsZero);

        // Tax in 10.00: 1.74, in 4.95: 0.86, in 18.95: 3.29; 40 % of 31.90 is 12.76, and in 31.71 are 5.50.
        Assert.Equal(
            [
                "cards cards 10.00 +4.95 +2.60 14.95",
                "paper soft-touch 8.95 +0.00 +1.55 8.95",
                "double double-it 12.76 +0.00 +2.21 12.76",
            ],
            ledger.Select(entry =>
                $"{entry.Step} {string.Join(' ', entry.Offers)} {shopper.Text(entry.Subtotal)} "
                + $"{shopper.Delta(entry.Shipping)} {shopper.Delta(entry.Tax)} {shopper.Text(entry.Total)}"
            )
        );
    }

    [Fact]
    public void Everything_for_a_business_in_december()
    {
        var shopper = Shop.Visit(
                "2026-12-31T22:59:00Z",
                start =>
                    start with
                    {
                        Customer = new Dictionary<string, Value> { ["segment"] = new Value.Text("business") },
                    }
            )
            .Accept("cards 1000");

        // 54.95 - 12.95 = 42.00, and post. Soft-touch is 18.95, and frees from the post: 14.00.
        Assert.Equal("46.95", shopper.Total);
        Assert.Equal("silk +4.00, soft-touch +14.00", shopper.Offers);
        shopper.Accept("soft-touch").Accept("spot-uv");
        Assert.Equal("77.90", shopper.Total);

        shopper.Accept("aluminium").Accept("artwork-check");

        // 16.25 of 98.75 is 16.5 %. Whoever takes 25 pens is not asked about 10.
        shopper.Accept("pens-25");
        Assert.Equal("notepads", shopper.At);
        shopper.Accept("notepads-5").Accept("letterhead-100").Accept("sweater size=l");

        // 23:59 in Amsterdam.
        Assert.Equal("christmas", shopper.At);
        shopper.Accept("christmas-10");
        Assert.Equal("174.85", shopper.Total);

        // 40 % of 187.80 - 3.95 = 183.85 is 73.54: the artwork check is not doubled.
        Assert.Equal("double-it +73.54", shopper.Offers);
        shopper.Accept("double-it");
        Assert.Equal(
            [
                "2000 business-cards paper=soft-touch finish=spot-uv 90.85 -12.95 +36.34 = 114.24",
                "2 aluminium-case 3.95 +1.58 = 5.53",
                "1 artwork-check 3.95 = 3.95",
                "50 pens 16.25 +6.50 = 22.75",
                "10 notepads 14.95 +5.98 = 20.93",
                "200 letterhead 19.95 +7.98 = 27.93",
                "2 sweaters size=l 27.95 +11.18 = 39.13",
                "20 christmas-cards 9.95 +3.98 = 13.93",
            ],
            shopper.Lines
        );
        Assert.Equal("248.39", shopper.Total);
    }

    [Fact]
    public void Matt_paper_has_no_spot_uv()
    {
        var shopper = Shop.Visit().Accept("cards 250").Decline();

        Assert.Equal("finish", shopper.At);
        Assert.Equal("rounded +2.95", shopper.Offers);
        Assert.Equal("offer-unavailable /accept/0", shopper.AcceptRefused("spot-uv"));
    }

    [Fact]
    public void Beside_a_hundred_free_cards_only_a_box_is_small_enough()
    {
        var shopper = Shop.Visit().Accept("cards 100").Decline().Decline();

        // 12.95 is free, its post is not. A quarter of its list is 3.2375: a box for 1.95, and no case for 3.95.
        Assert.Equal("4.95", shopper.Total);
        Assert.Equal("cardboard +1.95", shopper.Offers);
        shopper.Decline();

        // 40 % of 12.95.
        Assert.Equal("double", shopper.At);
        Assert.Equal("double-it +5.18", shopper.Offers);
    }

    [Fact]
    public void Christmas_cards_are_offered_till_midnight_in_amsterdam()
    {
        Assert.Equal("christmas", Shop.Visit("2026-10-31T23:00:00Z").Accept("cards 100").DeclineTo("christmas").At);
        Assert.Equal("christmas", Shop.Visit("2026-12-31T22:59:59Z").Accept("cards 100").DeclineTo("christmas").At);
        Assert.Equal("double", AfterTheBox("2026-10-31T22:59:59Z"));
        Assert.Equal("double", AfterTheBox("2026-12-31T23:00:00Z"));

        static string AfterTheBox(string moment) =>
            Shop.Visit(moment).Accept("cards 100").DeclineTo("box").Decline().At;
    }

    [Fact]
    public void Going_back_to_matt_asks_for_the_finish_anew()
    {
        var shopper = Shop.Visit().Accept("cards 250").Accept("silk").Accept("spot-uv").Accept("cardboard");

        shopper.Change("paper");

        Assert.Equal("finish", shopper.At);
        Assert.Equal("finish/spot-uv box/cardboard", shopper.Dropped);
        Assert.Equal(["250 business-cards 22.95 -12.95 = 10.00"], shopper.Lines);
    }
}
