namespace Funnel.Tests.Checking;

public sealed class StepTests
{
    [Theory]
    [InlineData("/steps/2/offers")]
    [InlineData("/steps/3/fields")]
    public void Step_has_something_to_show(string pointer) =>
        Assert.Contains($"FNL041 {pointer[..8]}", CheckedShop.ProblemsOf(CheckedShop.Without(pointer)));

    [Theory]
    [InlineData("/steps/3/offers", """[ { "id": "pens", "add": { "product": "pens" } } ]""")]
    [InlineData("/steps/3/offersWhen", """{ "fact": "date", "exists": true }""")]
    [InlineData("/steps/3/pick", """{ "max": 1 }""")]
    [InlineData("/steps/3/selectionDiscounts", """[ { "atLeast": 1, "percentOff": 5 } ]""")]
    [InlineData("/steps/3/onAccept", "\"thanks\"")]
    [InlineData("/steps/3/onDecline", "\"end\"")]
    [InlineData("/steps/2/fields", """[ { "id": "name", "type": "text", "label": "Name" } ]""")]
    public void Form_has_fields_and_every_other_step_has_offers(string pointer, string json) =>
        Assert.Equal([$"FNL042 {pointer}"], CheckedShop.ProblemsWith(pointer, json));

    [Fact]
    public void Form_may_be_passed_by_over_an_edge_of_its_own() =>
        Assert.Empty(CheckedShop.ProblemsWith("/steps/3/onPass", "\"end\""));

    [Fact]
    public void Of_a_long_way_round_the_message_names_the_ends()
    {
        var steps = Enumerable
            .Range(1, 500)
            .Select(n =>
                $$"""{ "id": "step-{{n}}", "kind": "upsell", "title": "T", "offers": [ { "id": "pen", "add": { "product": "pen" } } ]{{(n == 500 ? """, "next": "step-1" """ : "")}} }"""
            );

        var problem = Assert.Single(
            CheckedShop
                .Check(
                    $$"""
                    { "id": "shop", "name": "Shop", "currency": "EUR", "products": { "pen": { "name": "Pen", "price": "1" } },
                      "steps": [ {{string.Join(",", steps)}} ] }
                    """
                )
                .Problems
        );

        Assert.StartsWith(
            "This leads back: step-1 → step-2 → step-3 → step-4 → step-5 → step-6 → … → step-496 → step-497 → step-498 → step-499 → step-500 → step-1.",
            problem.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(20_001, "FNL054 /steps/0/offers", "FNL054 /steps/1/offers")]
    public void Step_shows_no_more_than_can_be_priced_while_a_shopper_waits(int shown, params string[] problems)
    {
        // A range of quantities is shown as its ends, and what an offer fixes is not shown.
        const int ofFiveMugs = 5 * (1 + 1_000 + 2_000);
        var products = $$"""
            "mug": {
              "name": "Mug", "price": "1", "quantities": [ {{string.Join(',', Enumerable.Range(1, 1_000))}} ],
              "options": { "colour": {{Option(2_000)}}, "size": {{Option(30)}} }
            },
            "cup": { "name": "Cup", "price": "1", "options": { "colour": {{Option(shown - ofFiveMugs - 1)}} } }
            """;
        var main = Offers(line => $$"""{ "add": { "product": "{{line}}", "as": "{{line}}", """);
        var other = Offers(line => $$"""{ "set": { "line": "{{line}}", """);

        Assert.Equal(
            problems,
            CheckedShop.ProblemsOf(
                $$"""
                { "id": "shop", "name": "Shop", "currency": "EUR", "products": { {{products}} },
                  "steps": [ { "id": "main", "kind": "choose", "title": "T", "offers": [ {{main}} ] },
                             { "id": "other", "kind": "upsell", "title": "T", "offers": [ {{other}} ] } ] }
                """
            )
        );

        static string Offers(Func<string, string> effectOn) =>
            string.Join(
                ',',
                ((string[])["mug", "mug", "mug", "mug", "mug", "cup"]).Select(
                    (line, index) =>
                        effectOn(line)
                        + $$""" "quantity": "choose", "options": { "colour": "choose"{{(line is "mug" ? """, "size": "c0" """ : "")}} } }, """
                        + $$""" "id": "offer-{{index}}", "title": "T" } """
                )
            );

        static string Option(int choices)
        {
            var each = Enumerable.Range(0, choices).Select(number => $$""" "c{{number}}": { "name": "C" } """);
            return $$"""{ "name": "O", "default": "c0", "choices": { {{string.Join(',', each)}} } }""";
        }
    }

    [Theory]
    [InlineData("/steps/0", """{ "min": 0 }""", "/min")]
    [InlineData("/steps/0", """{ "min": 2 }""")]
    [InlineData("/steps/0", """{ "min": 3 }""", "/min")]
    [InlineData("/steps/1", """{ "min": 2, "max": 1 }""", "/min")]
    [InlineData("/steps/1", """{ "max": 3 }""", "/max")]
    [InlineData("/steps/1", """{ "max": 2 }""")]
    public void Picks_can_be_made(string step, string pick, params string[] at) =>
        Assert.Equal(at.Select(place => $"FNL043 {step}/pick{place}"), CheckedShop.ProblemsWith($"{step}/pick", pick));

    [Theory]
    [InlineData("""[ { "atLeast": 2, "percentOff": 5 }, { "atLeast": 2, "percentOff": 9 } ]""", "/1/atLeast")]
    [InlineData("""[ { "atLeast": 2, "percentOff": 5 }, { "atLeast": 1, "percentOff": 2 } ]""", "/1/atLeast")]
    [InlineData("""[ { "atLeast": 3, "percentOff": 5 } ]""", "/0/atLeast")]
    public void Rungs_of_mix_and_match_ascend_within_reach(string rungs, string at) =>
        Assert.Equal(
            [$"FNL044 /steps/2/selectionDiscounts{at}"],
            CheckedShop.ProblemsWith("/steps/2/selectionDiscounts", rungs)
        );

    [Fact]
    public void Mix_and_match_is_on_what_a_step_adds() =>
        Assert.Equal(
            ["FNL044 /steps/1/selectionDiscounts"],
            CheckedShop.ProblemsWith("/steps/1/selectionDiscounts", """[ { "atLeast": 1, "percentOff": 5 } ]""")
        );

    [Theory]
    [InlineData(""" "type": "choice" """, "")]
    [InlineData(""" "type": "text", "choices": { "a": "A" } """, "/choices")]
    [InlineData(""" "type": "text", "min": 1 """, "/min")]
    [InlineData(""" "type": "date", "max": 1 """, "/max")]
    [InlineData(""" "type": "number", "maxLength": 3 """, "/maxLength")]
    [InlineData(""" "type": "checkbox", "pattern": "x" """, "/pattern")]
    public void What_is_said_of_an_input_or_a_field_goes_with_its_type(string said, string at)
    {
        Assert.Equal(
            [$"FNL045 /inputs/extra{at}"],
            CheckedShop.ProblemsWith("/inputs/extra", $$"""{ "label": "Extra", {{said}} }""")
        );
        Assert.Equal(
            [$"FNL045 /steps/3/fields/4{at}"],
            CheckedShop.ProblemsWith("/steps/3/fields/-", $$"""{ "id": "extra", "label": "Extra", {{said}} }""")
        );
    }
}
