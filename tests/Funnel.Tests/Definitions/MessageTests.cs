using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

public sealed class MessageTests
{
    [Theory]
    [InlineData("/steps/0/titel", "1", "\"titel\"", "Did you mean \"title\"?", "\"kind\"")]
    [InlineData("/steps/0/Next", "1", "Did you mean \"next\"?")]
    [InlineData("/steps/0/kind", "\"crosssell\"", "Did you mean \"crossSell\"?", "\"upsell\"")]
    [InlineData("/currency", "\"eur\"", "Did you mean \"EUR\"?")]
    [InlineData("/expiresAfter", "\"P1Y\"", "years and months are not the same length", "P30D")]
    [InlineData("/shipping/methods/post/price", "\"1.005\"", "3 decimals", "2", "EUR")]
    [InlineData("/products/pen/shipped", "null", "true or false", "left out")]
    [InlineData("/products/pen/shipped", "\"no\"", "true or false", "found a text")]
    [InlineData("/steps/1/fields/0/pattern", "\"(a\"", "insufficient closing parentheses", "character 2")]
    public void A_message_says_what_is_wrong_and_what_to_do(string pointer, string json, params string[] says)
    {
        var problem = Assert.Single(
            ShopFile.Read(ShopFile.With(pointer, json)).Problems,
            problem => problem.Pointer == pointer
        );

        Assert.All(says, part => Assert.Contains(part, problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_message_stays_one_short_line_whatever_the_file_says()
    {
        var long_ = new string('x', 10_000);

        var reading = ShopFile.Read($$"""{ "id": "a\nb\u0000\u2028{{long_}}", "{{long_}}\n": 1 }""");

        Assert.All(reading.Problems, problem => Assert.InRange(problem.Message.Length, 1, 500));
        Assert.All(reading.Problems, problem => Assert.DoesNotContain(problem.Message, char.IsControl));
    }

    [Theory]
    [InlineData("titel", "title")]
    [InlineData("TITLE", "title")]
    [InlineData("tit", null)]
    [InlineData("description", "description")]
    [InlineData("discription", "description")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void A_slip_is_recognised(string written, string? meant) =>
        Assert.Equal(meant, Suggestion.For(written, ["title", "description", "kind"]));
}
