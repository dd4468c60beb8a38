namespace Funnel.Tests.Checking;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("order.subtotals")]
    [InlineData("order")]
    [InlineData("line.cards.price")]
    [InlineData("line.cards.option")]
    [InlineData("context.browser")]
    [InlineData("Date")]
    public void Fact_is_known(string fact) => AssertProblem("FNL032 /steps/4/when/fact", Leaf(fact, "exists", "true"));

    [Theory]
    [InlineData("""{ "all": [ { "fact": "date", "exists": true }, BAD ] }""", "/all/1")]
    [InlineData("""{ "any": [ BAD ] }""", "/any/0")]
    [InlineData("""{ "not": { "all": [ { "not": BAD } ] } }""", "/not/all/0/not")]
    public void Leaf_is_found_however_deep_it_stands(string condition, string at) =>
        AssertProblem(
            $"FNL032 /steps/4/when{at}/fact",
            condition.Replace("BAD", Leaf("nonsense", "is", "1"), StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("/steps/2/offersWhen", "")]
    [InlineData("/steps/2/offers/1/when", "")]
    [InlineData("/steps/2/when", "FNL033 /steps/2/when/fact")]
    [InlineData("/steps/1/next/0/when", "FNL033 /steps/1/next/0/when/fact")]
    public void Facts_about_an_offer_are_asked_of_offers_alone(string pointer, string problem) =>
        Assert.Equal(
            problem.Length == 0 ? [] : [problem],
            CheckedShop.ProblemsWith(pointer, Leaf("offer.price", "atMost", "\"5.00\""))
        );

    [Theory]
    [InlineData("line.kards", "exists", "true", "FNL011")]
    [InlineData("line.kards.quantity", "atLeast", "100", "FNL011")]
    [InlineData("line.cards-2.net", "moreThan", "\"0.00\"", null)]
    [InlineData("line.cards.option.papier", "is", "\"silk\"", "FNL012")]
    [InlineData("line.cards.option.edge", "is", "\"gold\"", null)]
    [InlineData("input.artwork", "exists", "true", "FNL017")]
    [InlineData("input.company", "exists", "true", null)]
    public void Line_option_or_input_of_a_fact_exists(string fact, string test, string operand, string? code) =>
        AssertProblem(code is null ? null : $"{code} /steps/4/when/fact", Leaf(fact, test, operand));

    [Theory]
    [InlineData("order.subtotal", "contains", "\"1.00\"")]
    [InlineData("order.lines", "season", """{ "from": "11-01", "to": "12-31" }""")]
    [InlineData("order.products", "is", "\"pens\"")]
    [InlineData("order.offers", "in", """["cards/cards"]""")]
    [InlineData("line.cards", "is", "true")]
    [InlineData("line.cards.product", "atLeast", "\"pens\"")]
    [InlineData("line.cards.option.paper", "contains", "\"silk\"")]
    [InlineData("context.country", "moreThan", "\"NL\"")]
    [InlineData("weekday", "atLeast", "\"fri\"")]
    [InlineData("time", "season", """{ "from": "11-01", "to": "12-31" }""")]
    [InlineData("customer.since", "season", """{ "from": "11-01", "to": "12-31" }""")]
    [InlineData("input.opens-on", "season", """{ "from": "11-01", "to": "12-31" }""")]
    [InlineData("input.company", "lessThan", "3")]
    [InlineData("input.gift", "contains", "\"yes\"")]
    [InlineData("input.branch", "atMost", "\"baker\"")]
    public void Test_fits_the_type_of_its_fact(string fact, string test, string operand) =>
        AssertProblem($"FNL034 /steps/4/when/{test}", Leaf(fact, test, operand));

    [Theory]
    [InlineData("order.total", "atLeast", "\"20.001\"", "")]
    [InlineData("order.total", "atLeast", "20.001", "")]
    [InlineData("order.total", "atLeast", "\"a lot\"", "")]
    [InlineData("order.total", "in", """["1.00", true]""", "/1")]
    [InlineData("order.accepted", "is", "\"2\"", "")]
    [InlineData("order.accepted", "is", "1.5", "")]
    [InlineData("line.cards.quantity", "moreThan", "-1", "")]
    [InlineData("order.tags", "contains", "3", "")]
    [InlineData("line.cards.product", "is", "true", "")]
    [InlineData("context.locale", "isNot", "1", "")]
    [InlineData("date", "atLeast", "\"1 December\"", "")]
    [InlineData("date", "is", "\"2026-02-30\"", "")]
    [InlineData("weekday", "notIn", """["sat", "sunday"]""", "/1")]
    [InlineData("time", "lessThan", "\"9:00\"", "")]
    [InlineData("time", "lessThan", "\"24:00\"", "")]
    [InlineData("customer.since", "atMost", "\"2022\"", "")]
    [InlineData("customer.interests", "contains", "1", "")]
    [InlineData("input.staff", "is", "\"12\"", "")]
    [InlineData("input.gift", "is", "\"yes\"", "")]
    [InlineData("input.opens-on", "moreThan", "\"tomorrow\"", "")]
    [InlineData("input.company", "is", "12", "")]
    public void Operand_is_of_the_kind_of_its_fact(string fact, string test, string operand, string at) =>
        AssertProblem($"FNL035 /steps/4/when/{test}{at}", Leaf(fact, test, operand));

    [Theory]
    [InlineData("order.list", "is", "20")]
    [InlineData("order.list", "lessThan", "\"20.5\"")]
    [InlineData("order.declined", "exists", "false")]
    [InlineData("order.products", "exists", "true")]
    [InlineData("line.cards.quantity", "in", "[100, 250]")]
    [InlineData("line.cards.product", "notIn", """["pens", "thick-cards"]""")]
    [InlineData("context.country", "in", """["NL", "BE"]""")]
    [InlineData("date", "season", """{ "from": "11-01", "to": "02-29" }""")]
    [InlineData("date", "lessThan", "\"2026-12-01\"")]
    [InlineData("weekday", "is", "\"mon\"")]
    [InlineData("time", "atLeast", "\"09:00\"")]
    [InlineData("customer.since", "atMost", "2022")]
    [InlineData("customer.segment", "in", """["business", 3, true]""")]
    [InlineData("customer.interests", "contains", "\"children\"")]
    [InlineData("input.staff", "moreThan", "12.5")]
    [InlineData("input.opens-on", "moreThan", "\"2026-12-01\"")]
    [InlineData("input.gift", "isNot", "true")]
    [InlineData("input.logo", "exists", "true")]
    public void Condition_that_fits_is_no_problem(string fact, string test, string operand) =>
        AssertProblem(null, Leaf(fact, test, operand));

    [Theory]
    [InlineData("order.products", "contains", "\"pencils\"", "FNL010")]
    [InlineData("line.cards.product", "is", "\"pencils\"", "FNL010")]
    [InlineData("line.cards.option.paper", "is", "\"velvet\"", "FNL013")]
    [InlineData("input.branch", "is", "\"butcher\"", "FNL013")]
    [InlineData("order.categories", "contains", "\"prints\"", "FNL018")]
    [InlineData("order.tags", "contains", "\"papers\"", "FNL019")]
    [InlineData("order.offers", "contains", "\"extras/pen\"", "FNL020")]
    [InlineData("order.offers", "contains", "\"pens\"", "FNL020")]
    public void Id_that_a_fact_is_held_against_exists(string fact, string test, string operand, string code) =>
        AssertProblem($"{code} /steps/4/when/{test}", Leaf(fact, test, operand));

    [Fact]
    public void Each_id_of_a_list_is_judged() =>
        AssertProblem("FNL013 /steps/4/when/in/1", Leaf("line.cards.option.paper", "in", """["silk", "velvet"]"""));

    [Theory]
    [InlineData("is", "\"baker\"", null)]
    [InlineData("atLeast", "3", null)]
    [InlineData("is", "true", "FNL035")]
    [InlineData("contains", "\"b\"", "FNL034")]
    public void Input_of_several_types_is_asked_as_one_of_them(string test, string operand, string? code)
    {
        var shop = CheckedShop.With("/steps/3/fields/-", """{ "id": "branch", "type": "number", "label": "Branch" }""");

        Assert.Equal(
            code is null ? [] : [$"{code} /steps/4/when/{test}"],
            CheckedShop.ProblemsOf(CheckedShop.With("/steps/4/when", Leaf("input.branch", test, operand), shop))
        );
    }

    [Fact]
    public void Currency_without_decimals_takes_whole_amounts()
    {
        const string yen = """
            {
              "id": "tea", "name": "Tea", "currency": "JPY",
              "products": { "tea": { "name": "Tea", "price": "500" } },
              "steps": [
                {
                  "id": "tea", "kind": "choose", "title": "Tea",
                  "offers": [ { "id": "tea", "add": { "product": "tea" } } ],
                  "when": { "fact": "order.list", "lessThan": "1000.0" }
                }
              ]
            }
            """;

        Assert.Equal(["FNL035 /steps/0/when/lessThan"], CheckedShop.ProblemsOf(yen));
    }

    private static string Leaf(string fact, string test, string operand) =>
        $$"""{ "fact": "{{fact}}", "{{test}}": {{operand}} }""";

    private static void AssertProblem(string? problem, string condition) =>
        Assert.Equal(problem is null ? [] : [problem], CheckedShop.ProblemsWith("/steps/4/when", condition));
}
