using System.Globalization;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Testing;

/// <summary>Holds what an order is expected to come to against what it comes to.</summary>
internal sealed class OrderJudge(Currency currency)
{
    /// <summary>An amount with its sign.</summary>
    public string Signed(Money amount) => (amount < Money.Zero ? "" : "+") + amount.ToText(currency);

    /// <summary>What differs: its code, its place below the expectation, what was expected and what was found.</summary>
    public IEnumerable<(string Code, string Pointer, string Expected, string Found)> Judge(
        ExpectedOrder expected,
        Basket found
    )
    {
        (string Name, Money? Expected, Money Found)[] amounts =
        [
            ("total", expected.Total, found.Total),
            ("subtotal", expected.Subtotal, found.Subtotal),
            ("shipping", expected.Shipping, found.Shipping),
            ("tax", expected.Tax, found.Tax),
        ];
        foreach (var (name, amount, was) in amounts)
        {
            if (amount is { } said && said != was)
            {
                yield return (TestCodes.Amount, name, $"the {name} {Text(said)}", Text(was));
            }
        }

        if (expected.Lines is not { } lines)
        {
            yield break;
        }

        var byName = found.Lines.ToDictionary(line => line.Name);
        if (!lines.Keys.ToHashSet().SetEquals(byName.Keys))
        {
            yield return (TestCodes.Lines, "lines", $"the lines {List(lines.Keys)}", List(byName.Keys));
        }

        foreach (var (name, line) in lines)
        {
            foreach (var (part, said, was) in byName.TryGetValue(name, out var present) ? Judge(line, present) : [])
            {
                yield return (
                    TestCodes.Lines,
                    $"lines/{name}/{part}",
                    $"{Quoted.Value(name)} with {part.Replace("options/", "", StringComparison.Ordinal)} {said}",
                    was
                );
            }
        }
    }

    private IEnumerable<(string Part, string Expected, string Found)> Judge(ExpectedLine expected, Line found)
    {
        (string Part, string? Expected, string Found)[] parts =
        [
            ("net", expected.Net is { } net ? Text(net) : null, Text(found.Net)),
            ("list", expected.List is { } list ? Text(list) : null, Text(found.List)),
            ("quantity", expected.Quantity is { } quantity ? Text(quantity) : null, Text(found.Quantity)),
            ("product", expected.Product, found.Product.Id),
            .. expected.Options.Select(option =>
                ($"options/{option.Key}", (string?)option.Value, found.ChoiceOf(option.Key)?.Id ?? "no such option")
            ),
        ];
        return
        [
            .. from part in parts
            where part.Expected is not null && part.Expected != part.Found
            select (part.Part, part.Expected, part.Found),
        ];
    }

    private string Text(Money amount) => amount.ToText(currency);

    private static string Text(int quantity) => quantity.ToString(CultureInfo.InvariantCulture);

    private static string List(IEnumerable<string> names) =>
        Quoted.List(names, "and") is { Length: > 0 } list ? list : "nothing";
}
