using Funnel.Checking;

namespace Funnel.Tests.Checking;

public sealed class LineNamesTests
{
    [Fact]
    public void There_are_as_many_names_as_adds_that_ask_for_one() =>
        Assert.Equal(["pens", "pens-2", "pens-3", "box"], Names("pens", "pens", "box", "pens").All);

    [Theory]
    [InlineData("pens", true)]
    [InlineData("pens-2", true)]
    [InlineData("pens-3", false)]
    [InlineData("pens-0", false)]
    [InlineData("pens-1", false)]
    [InlineData("pens-02", false)]
    [InlineData("pens-99999999999", false)]
    [InlineData("pens-", false)]
    [InlineData("-2", false)]
    [InlineData("", false)]
    public void Number_counts_the_adds(string name, bool exists) =>
        Assert.Equal(exists, Names("pens", "pens").Contains(name));

    [Fact]
    public void Name_that_ends_in_a_number_is_a_name_like_any_other() => Assert.False(Names("a4-80").Contains("a4"));

    [Theory]
    [InlineData("pens-2", true)]
    [InlineData("pens-3", true)]
    [InlineData("pens-2-2", true)]
    [InlineData("pens-4", false)]
    [InlineData("pens-2-3", false)]
    public void Add_that_asks_for_a_numbered_name_competes_for_it(string name, bool exists) =>
        Assert.Equal(exists, Names("pens", "pens", "pens-2").Contains(name));

    [Fact]
    public void Every_add_that_can_make_a_line_is_known() =>
        Assert.Equal(
            ["pens-2", "pens", "pens"],
            Names("pens", "pens-2", "pens").Makers("pens-2").Select(add => add.LineName)
        );

    private static LineNames Names(params string[] asked) =>
        new(asked.Select((name, index) => new AddSite(new() { Product = name }, $"/{index}")));
}
