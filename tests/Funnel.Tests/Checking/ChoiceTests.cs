namespace Funnel.Tests.Checking;

public sealed class ChoiceTests
{
    [Fact]
    public void Defaults_of_a_product_go_together() =>
        Assert.Equal(
            ["FNL030 /products/cards/options/finish/default"],
            CheckedShop.ProblemsWith("/products/cards/options/finish/default", "\"spot\"")
        );

    [Fact]
    public void Choice_does_not_require_something_of_its_own_option() =>
        Assert.Equal(
            ["FNL031 /products/cards/options/finish/choices/spot/requires/finish"],
            CheckedShop.ProblemsWith(
                "/products/cards/options/finish/choices/spot/requires",
                """{ "finish": ["none"] }"""
            )
        );

    [Theory]
    [InlineData("""{ "finish": "spot" }""", "finish")]
    [InlineData("""{ "finish": "spot", "paper": "matt" }""", "finish")]
    [InlineData("""{ "finish": "spot", "paper": "choose" }""", null)]
    [InlineData("""{ "finish": "choose" }""", null)]
    public void Choices_of_an_add_go_with_one_another_and_with_the_defaults(string options, string? at) =>
        Assert.Equal(
            at is null ? [] : [$"FNL030 /steps/0/offers/1/add/0/options/{at}"],
            CheckedShop.ProblemsWith("/steps/0/offers/1/add/0/options", options)
        );

    [Fact]
    public void Add_that_overrides_the_other_side_of_a_default_is_told_so()
    {
        var silkBySelf = CheckedShop.With("/products/cards/options/paper/default", "\"silk\"");
        var spotBySelf = CheckedShop.With("/products/cards/options/finish/default", "\"spot\"", silkBySelf);

        Assert.Equal(
            ["FNL030 /steps/0/offers/1/add/0/options/paper"],
            CheckedShop.ProblemsOf(
                CheckedShop.With("/steps/0/offers/1/add/0/options", """{ "paper": "matt" }""", spotBySelf)
            )
        );
    }

    [Theory]
    [InlineData("""{ "finish": "spot", "paper": "matt" }""", "finish")]
    [InlineData("""{ "finish": "spot" }""", null)]
    public void Choices_of_a_set_go_with_one_another(string options, string? at) =>
        Assert.Equal(
            at is null ? [] : [$"FNL030 /steps/1/offers/2/set/options/{at}"],
            CheckedShop.ProblemsWith(
                "/steps/1/offers/-",
                $$"""{ "id": "spot", "title": "Spot UV", "set": { "line": "cards", "options": {{options}} } }"""
            )
        );
}
