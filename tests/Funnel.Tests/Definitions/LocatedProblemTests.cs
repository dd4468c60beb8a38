using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>What a check finds in a definition is shown where the file says it.</summary>
public sealed class LocatedProblemTests
{
    private const string File = """
        {
          "products": { "pen": { "name": "Pen", "price": "1.00", "a/b": 1 } },
          "steps": [
            { "offers": [ { "add": { "product": "pen" } } ], "next": "end" },
            { "offers": [ { "add": [ { "product": "pen" } ] } ] }
          ]
        }
        """;

    [Theory]
    [InlineData("", "", 1, 1)]
    [InlineData("/products/pen", "/products/pen", 2, 24)]
    [InlineData("/products/pen/a~1b", "/products/pen/a~1b", 2, 65)]
    [InlineData("/steps/1/offers/0/add/0/product", "/steps/1/offers/0/add/0/product", 5, 43)]
    public void A_problem_is_placed_at_its_value(string pointer, string placed, int line, int column) =>
        AssertPlaced(pointer, placed, line, column);

    [Theory]
    [InlineData("/tax/default", "", 1, 1)]
    [InlineData("/products/cup", "/products", 2, 15)]
    [InlineData("/products/pen/price/each", "/products/pen/price", 2, 50)]
    [InlineData("/steps/0/next/0/to", "/steps/0/next", 4, 62)]
    [InlineData("/steps/7", "/steps", 3, 12)]
    [InlineData("/steps/-1", "/steps", 3, 12)]
    [InlineData("/steps/99999999999", "/steps", 3, 12)]
    public void What_the_file_does_not_say_is_placed_at_the_nearest_value_around_it(
        string pointer,
        string placed,
        int line,
        int column
    ) => AssertPlaced(pointer, placed, line, column);

    [Theory]
    [InlineData("/steps/0/offers/0/add/0/product", "/steps/0/offers/0/add/product", 4, 41)]
    [InlineData("/steps/0/offers/0/add/1", "/steps/0/offers/0/add", 4, 28)]
    public void The_only_item_of_a_list_is_found_without_its_brackets(
        string pointer,
        string placed,
        int line,
        int column
    ) => AssertPlaced(pointer, placed, line, column);

    [Fact]
    public void A_file_that_is_not_JSON_has_its_problems_at_the_start()
    {
        var problem = ShopFile.Read("{").Problem("FNL010", Severity.Error, "/steps/0", "");

        Assert.Equal((1, 1), (problem.Line, problem.Column));
    }

    private static void AssertPlaced(string pointer, string placed, int line, int column)
    {
        var problem = ShopFile.Read(File).Problem("FNL100", Severity.Warning, pointer, "A message.");

        Assert.Equal(new("FNL100", Severity.Warning, placed, line, column, "A message."), problem);
    }
}
