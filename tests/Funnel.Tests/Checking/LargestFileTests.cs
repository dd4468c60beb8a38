using System.Text;

namespace Funnel.Tests.Checking;

/// <summary>Files as large as the service takes them, full of what is dearest to look at: each is done within moments.</summary>
public sealed class LargestFileTests
{
    private const int Bytes = 256 * 1024;

    // They take a second or so. What grew faster than it should took minutes.
    private const int Patience = 30_000;

    [Theory(Timeout = Patience)]
    [InlineData("""{ "product": "pen" }""")]
    [InlineData("""{ "product": "pen", "as": "{0}" }""")]
    [InlineData("""{ "product": "pen", "as": "pen-{0}" }""")]
    [InlineData("""{ "product": "pen", "for": "box" }""")]
    public Task Offer_that_adds_thousands_of_lines_is_checked_offered_and_taken(string add) =>
        Run(() =>
        {
            var adds = Fill(number => add.Replace("{0}", $"{number}", StringComparison.Ordinal));
            var shopper = Shop.Selling(
                    """ "pen": { "name": "Pen", "price": "0.01" }, "box": { "name": "Box", "price": { "flat": "0" } } """,
                    $$"""
                    { "id": "pens", "kind": "choose", "title": "Pens", "offers": [
                      { "id": "all", "title": "All", "add": [ { "product": "box" }, {{string.Join(",", adds)}} ] } ] }
                    """
                )
                .Visit();

            Assert.Equal($"{adds.Count * 0.01m:0.00}", shopper.Accept("all").Total);
            Assert.Equal(
                adds.Count + 1,
                shopper.Walk.Basket.Lines.Select(line => line.Name).Distinct(StringComparer.Ordinal).Count()
            );
        });

    [Fact(Timeout = Patience)]
    public Task Thousands_of_misspelt_names_are_all_reported() =>
        Run(() =>
        {
            var names = Fill(number => $"a-product-with-a-long-name-{number}", perName: 100);
            var products = names.Select(name => $$"""{{name}}": { "name": "P", "price": "1" }""");
            var adds = names.Select(name =>
                $$"""{ "product": "{{name.Replace("duct", "dukt", StringComparison.Ordinal)}}" }"""
            );

            var problems = CheckedShop
                .Check(
                    $$"""
                    { "id": "shop", "name": "Shop", "currency": "EUR", "products": { "{{string.Join(
                        ",\"",
                        products
                    )}} },
                      "steps": [ { "id": "what", "kind": "choose", "title": "What", "offers": [
                        { "id": "all", "title": "All", "add": [ {{string.Join(",", adds)}} ] } ] } ] }
                    """
                )
                .Problems;

            Assert.Equal(names.Count, problems.Count);
            Assert.All(
                problems.Zip(names),
                pair =>
                    Assert.Contains($"Did you mean \"{pair.Second}\"?", pair.First.Message, StringComparison.Ordinal)
            );
        });

    private static List<string> Fill(Func<int, string> write, int perName = 0)
    {
        List<string> parts = [];
        for (var left = Bytes; left > 0; left -= Encoding.UTF8.GetByteCount(parts[^1]) + 1 + perName)
        {
            parts.Add(write(parts.Count));
        }

        return parts;
    }

    private static Task Run(Action action) => Task.Run(action, TestContext.Current.CancellationToken);
}
