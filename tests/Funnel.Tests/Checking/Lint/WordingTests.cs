using Funnel.Checking.Lint.Wording;

namespace Funnel.Tests.Checking.Lint;

public sealed class WordingTests
{
    private const string Step = "/steps/2";
    private const string Title = $"{Step}/title";
    private const string Benefit = $"{Step}/offers/1/benefit";

    [Theory]
    [InlineData("Christmas cards too?")]
    [InlineData("Ook kerstkaarten?")]
    [InlineData("Auch Weihnachtskarten?")]
    [InlineData("Des cartes de Noël ?")]
    [InlineData("Our Black Friday box")]
    [InlineData("For MOTHER’S DAY")]
    [InlineData("The winter sale is on")]
    public void Feast_is_spoken_of_in_its_season(string text)
    {
        Assert.Equal([$"FNL109 {Step}"], Said(Title, text));
        Assert.Equal([$"FNL109 {Step}/offers/1"], Said(Benefit, text));
        Assert.Empty(
            Said(Title, text, ($"{Step}/when", """{ "fact": "date", "season": { "from": "11-01", "to": "12-31" } }"""))
        );
        Assert.Empty(Said(Benefit, text, ($"{Step}/offers/1/when", """{ "fact": "date", "atMost": "2026-12-24" }""")));
    }

    [Fact]
    public void Name_of_what_is_offered_counts_and_a_branch_by_date_settles_it()
    {
        var product = ("/products/box/name", "\"Advent calendar box for Christmas\"");

        Assert.Equal([$"FNL109 {Step}/offers/1"], LintShop.ProblemsWith(product));
        Assert.Empty(
            LintShop.ProblemsWith(
                product,
                (
                    "/steps/1/next",
                    """[ { "when": { "fact": "date", "season": { "from": "12-01", "to": "12-24" } }, "to": "extras" }, { "to": "details" } ]"""
                )
            )
        );
    }

    [Fact]
    public void Shop_for_a_feast_may_speak_of_it() =>
        Assert.Empty(Said(Title, "Christmas lights?", ("/name", "\"The Christmas tree farm\"")));

    [Theory]
    [InlineData("A coat for winter, or for spring?")]
    [InlineData("An adventure in Easterly winds")]
    [InlineData("Kersen erbij?")]
    [InlineData("Aus Österreich")]
    public void Season_alone_is_no_feast(string text) => Assert.Empty(Said(Title, text));

    [Theory]
    [InlineData("The first hundred are free")]
    [InlineData("Free delivery")]
    [InlineData("De eerste honderd gratis")]
    [InlineData("Die ersten hundert kostenlos")]
    [InlineData("Les cent premières gratuites")]
    public void Free_comes_with_the_cost_of_delivery(string text)
    {
        var silent = ("/steps/0/description", "\"How many would you like?\"");

        Assert.Equal([$"FNL151 {Title}"], Said(Title, text, silent));
        Assert.Equal([$"FNL151 {Benefit}"], Said(Benefit, text, silent));
        Assert.Empty(Said(Title, text));
        Assert.Empty(Said(Title, text, silent, ($"{Step}/description", "\"Bezorgen: 4,95 EUR.\"")));
        Assert.Empty(Said(Title, text, silent, ("/shipping/methods/post/price", "\"0\"")));
    }

    [Fact]
    public void Cost_of_delivery_is_told_in_each_language_that_says_free() =>
        Assert.Equal(
            [$"FNL151 {Title}/nl"],
            LintShop.ProblemsWith(
                (Title, """{ "en": "Free", "nl": "Gratis" }"""),
                ("/steps/0/description", """{ "en": "Delivery is € 4.95.", "nl": "Bezorgen kost iets." }""")
            )
        );

    [Theory]
    [InlineData("Feel free to skip this")]
    [InlineData("Sugar-free, and free from nuts")]
    [InlineData("Free of VAT")]
    [InlineData("Free returns")]
    [InlineData("Bezorging is gratis vanaf € 50")]
    [InlineData("Je offertes en brieven")]
    public void Other_words_with_free_in_them_are_not_it(string text) =>
        Assert.Empty(Said(Title, text, ("/steps/0/description", "\"How many would you like?\"")));

    [Theory]
    [InlineData("Was € 39.90")]
    [InlineData("Now 5 EUR instead of 8 EUR")]
    [InlineData("Regular price: $12")]
    [InlineData("RRP £ 20")]
    [InlineData("Van € 39,95 voor € 34,95")]
    [InlineData("Nu € 5 i.p.v. € 8")]
    [InlineData("Adviesprijs 20 euro")]
    [InlineData("Statt 39,90 € nur 34,90 €")]
    [InlineData("UVP: € 20")]
    [InlineData("Au lieu de 39 €")]
    [InlineData("<s>€ 39</s> € 34")]
    [InlineData("~~39~~ 34")]
    public void Former_price_is_not_typed(string text)
    {
        Assert.Equal([$"FNL152 {Title}"], Said(Title, text));
        Assert.Equal(["FNL152 /products/box/description"], Said("/products/box/description", text));
    }

    [Theory]
    [InlineData("A new screen costs € 189")]
    [InlineData("Two notepads instead of 5")]
    [InlineData("€ 10 off")]
    [InlineData("Gifts from € 5 to € 10")]
    [InlineData("Delivery is € 4.95, and free from € 50.00")]
    [InlineData("It was 40 years ago")]
    [InlineData("Een tas van € 5 voor je pennen")]
    public void Other_prices_are_no_former_ones(string text) => Assert.Empty(Said(Title, text));

    [Theory]
    [InlineData("Only today!")]
    [InlineData("Your LAST chance")]
    [InlineData("Limited-time offer")]
    [InlineData("Alleen vandaag")]
    [InlineData("Nur für kurze Zeit")]
    [InlineData("Aujourd’hui seulement")]
    public void Deadline_ends(string text)
    {
        Assert.Equal([$"FNL153 {Title}"], Said(Title, text));
        Assert.Equal(
            [$"FNL153 {Title}"],
            Said(Title, text, ($"{Step}/when", """{ "fact": "date", "atLeast": "2026-12-01" }"""))
        );
        Assert.Empty(Said(Title, text, ($"{Step}/when", """{ "fact": "date", "atMost": "2026-12-31" }""")));
        Assert.Empty(
            Said(Title, text, ($"{Step}/when", """{ "not": { "fact": "date", "moreThan": "2026-12-31" } }"""))
        );
        Assert.Empty(Said(Title, text, ($"{Step}/offersWhen", """{ "fact": "weekday", "is": "wed" }""")));
        Assert.Empty(Said(Benefit, text, ($"{Step}/offers/1/when", """{ "fact": "time", "lessThan": "12:00" }""")));
    }

    [Theory]
    [InlineData("In a hurry?")]
    [InlineData("The press is set up now")]
    [InlineData("Every Wednesday")]
    public void Haste_without_a_deadline_is_none(string text) => Assert.Empty(Said(Title, text));

    [Theory]
    [InlineData("With 14-day returns")]
    [InlineData("Includes your legal guarantee")]
    [InlineData("Met herroepingsrecht")]
    [InlineData("Mit Gewährleistung")]
    [InlineData("Garantie légale de deux ans")]
    public void Statutory_right_is_no_offer(string text)
    {
        Assert.Equal([$"FNL154 {Benefit}"], Said(Benefit, text));
        Assert.Equal([$"FNL154 {Step}/offers/1"], Said("/products/box/name", text));
        Assert.Empty(Said($"{Step}/description", text));
    }

    [Theory]
    [InlineData("A year of repairs on top of your legal guarantee")]
    [InlineData("Made for you: the right of withdrawal does not apply")]
    [InlineData("Try it for 60 days")]
    public void What_goes_beyond_the_law_may_be_one(string text) => Assert.Empty(Said(Benefit, text));

    [Theory]
    [InlineData("Order without obligation")]
    [InlineData("Vrijblijvend bestellen")]
    [InlineData("Unverbindlich anfragen")]
    [InlineData("Sans obligation")]
    public void Nothing_denies_that_an_order_is_to_be_paid(string text) =>
        Assert.Equal([$"FNL155 {Title}"], Said(Title, text));

    [Fact]
    public void Recommended_price_is_not_meant_by_that() =>
        Assert.DoesNotContain(
            Said(Title, "Unverbindliche Preisempfehlung"),
            problem => problem.StartsWith("FNL155", StringComparison.Ordinal)
        );

    [Fact]
    public void Who_has_a_thing_personalised_is_told_that_it_stays_theirs()
    {
        var personalised = ("/products/cards/personalised", """["logo"]""");

        Assert.Equal(["FNL156 /products/cards/personalised"], LintShop.ProblemsWith(personalised));
        Assert.Equal(
            ["FNL156 /products/cards/personalised"],
            LintShop.ProblemsWith(
                personalised,
                ("/products/cards/description", """{ "en": "It cannot be sent back.", "nl": "Met je logo." }""")
            )
        );
        Assert.Empty(
            LintShop.ProblemsWith(
                personalised,
                (
                    "/products/cards/description",
                    """{ "en": "It cannot be sent back.", "nl": "Je kunt het niet terugsturen." }"""
                )
            )
        );
    }

    [Fact]
    public void What_is_personalised_but_not_for_sale_does_not_matter() =>
        Assert.Empty(
            LintShop.ProblemsWith(("/products/mug", """{ "name": "Mug", "price": "5.00", "personalised": ["logo"] }"""))
        );

    [Theory]
    [InlineData("€ 4,95", true)]
    [InlineData("4.95", true)]
    [InlineData("EUR 14.95", false)]
    [InlineData("4.955", false)]
    [InlineData("4", false)]
    public void Amount_is_found_however_it_is_written(string text, bool isThere) =>
        Assert.Equal(isThere, WrittenAmount.IsIn(text, new(495), CurrencyOf("EUR")));

    [Theory]
    [InlineData("EUR", 120_000, "€ 1.200,00")]
    [InlineData("EUR", 120_000, "1'200.-")]
    [InlineData("EUR", 500, "5 euro")]
    [InlineData("EUR", 5, "€ 0,05")]
    [InlineData("JPY", 1_200, "¥1,200")]
    public void Whole_amount_needs_no_decimals(string currency, long minor, string text) =>
        Assert.True(WrittenAmount.IsIn(text, new(minor), CurrencyOf(currency)));

    private static Currency CurrencyOf(string code) =>
        Currency.TryFind(code, out var currency) ? currency : throw new ArgumentException(code, nameof(code));

    private static IEnumerable<string> Said(string pointer, string text, params IEnumerable<(string, string)> more) =>
        LintShop.ProblemsWith(more.Append((pointer, System.Text.Json.JsonSerializer.Serialize(text))));
}
