namespace Funnel.Tests.Checking.Lint;

public sealed class BenefitTests
{
    [Theory]
    [InlineData("/steps/1/offers/1", """{ "id": "thick", "swap": { "line": "cards", "product": "thick-cards" } }""")]
    [InlineData("/steps/2/offers/1", """{ "id": "box", "add": { "product": "box" } }""")]
    public void Whoever_asks_for_more_says_what_it_is_good_for(string pointer, string json) =>
        Assert.Equal([$"FNL100 {pointer}"], LintShop.ProblemsWith((pointer, json)));

    [Theory]
    [InlineData("Save 20 %!")]
    [InlineData("Now only € 3")]
    [InlineData("The best price in town.")]
    [InlineData("Cheaper than anywhere else")]
    [InlineData("Half-price for you")]
    [InlineData("Nu met 10 % korting")]
    [InlineData("Lekker goedkoop")]
    [InlineData("Jetzt besonders günstig")]
    [InlineData("Le meilleur prix de la ville")]
    public void Benefit_is_more_than_a_price(string benefit) =>
        Assert.Equal(
            ["FNL101 /steps/2/offers/1/benefit"],
            LintShop.ProblemsWith(("/steps/2/offers/1/benefit", $"\"{benefit}\""))
        );

    [Theory]
    [InlineData("A second set for a colleague, at 40 % of the list price.")]
    [InlineData("Saves an hour each morning.")]
    [InlineData("Reduces noise by half.")]
    [InlineData("Priceless peace of mind.")]
    [InlineData("Costs you nothing when the screen breaks.")]
    [InlineData("Scherpe foto's.")]
    [InlineData("Takes the edge off.")]
    [InlineData("100 mornings without having to think of it.")]
    public void Benefit_may_speak_of_prices_and_numbers_too(string benefit) =>
        Assert.Empty(LintShop.ProblemsWith(("/steps/2/offers/1/benefit", $"\"{benefit}\"")));

    [Fact]
    public void Language_that_only_speaks_of_the_price_is_named() =>
        Assert.Equal(
            ["FNL101 /steps/2/offers/1/benefit/nl"],
            LintShop.ProblemsWith(
                (
                    "/steps/2/offers/1/benefit",
                    """{ "en": "Keeps them flat and clean.", "nl": "Voor een lage prijs." }"""
                )
            )
        );
}
