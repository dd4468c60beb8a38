using System.Text;
using Funnel.Checking;
using Funnel.Checking.Lint;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Checking.Lint;

/// <summary>Whatever a merchant writes, no rule breaks down over it.</summary>
public sealed class AnyFunnelTests
{
    // They take well under a second. What grew faster than it should took minutes.
    private const int Patience = 30_000;

    private const string WhatToDo =
        @"[.,:] (?:Charge|Give|Leave|Look|Lower|Make|Move|Offer|Put|Say|Take|Write) [^.]*(?:\.[^ ][^.]*)*\.$";

    [Fact]
    public void Every_message_ends_with_what_to_do()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Property.Holds(
            GeneratedFunnel.Arbitrary,
            funnel =>
            {
                foreach (var finding in FindingsOf(DefinitionWriter.Write(funnel.Definition), CensusOfFew))
                {
                    found.Add(finding.Code);
                    Assert.Matches(WhatToDo, finding.Message);
                    Assert.DoesNotContain(finding.Message, char.IsControl);
                }
            },
            times: 100
        );

        Assert.True(found.Count >= 8, $"Only {string.Join(", ", found.Order())} were found.");
    }

    [Theory]
    [InlineData("/products/cards/price", "\"999999999999999.99\"")]
    [InlineData(
        "/products/cards/price",
        """{ "byQuantity": { "100": "999999999999999.99", "250": "999999999999999.99" } }"""
    )]
    [InlineData("/products/cards/options/paper/choices/silk/price", "\"999999999999999.99\"")]
    [InlineData("/products/box/price", """{ "percent": 1000, "of": "order" }""")]
    [InlineData("/steps/2/offers/1/price", """{ "flat": "999999999999999.99" }""")]
    [InlineData("/steps/2/offers/1/discount", """{ "percentOff": 1000, "on": "added" }""")]
    [InlineData("/steps/2/when", """{ "fact": "order.subtotal", "atLeast": "999999999999999.99" }""")]
    [InlineData("/steps/2/when", """{ "fact": "line.cards.quantity", "atLeast": 9999999999999999999999999999 }""")]
    public void Amounts_beyond_measure_are_no_matter_of_taste(string pointer, string json)
    {
        var dear = ("/products/thick-cards/price", """{ "flat": "999999999999999.99" }""");

        Assert.All(
            FindingsOf(Encoding.UTF8.GetBytes(LintShop.With(dear, (pointer, json)))),
            finding => Assert.Matches(WhatToDo, finding.Message)
        );
    }

    [Theory(Timeout = Patience)]
    // Offers beside main products.
    [InlineData(
        """{ "id": "a{0}", "kind": "choose", "title": "T", "offers": [ { "id": "a", "add": { "product": "box", "as": "a{0}" } } ] }""",
        """{ "id": "b{0}", "kind": "crossSell", "title": "T", "offers": [ { "id": "b", "when": { "fact": "line.a{0}.quantity", "atLeast": 1 }, "add": { "product": "pens", "quantity": 9 } } ] }"""
    )]
    // Upgrades of lines that many offers make, and multiplies after discounts.
    [InlineData(
        """{ "id": "a{0}", "kind": "crossSell", "title": "T", "offers": [ { "id": "a", "title": "T", "add": { "product": "cards", "as": "x" }, "discount": { "percentOff": 9, "on": "order" } } ] }""",
        """{ "id": "b{0}", "kind": "upsell", "title": "T", "offers": [ { "id": "b", "set": { "line": "x", "options": { "paper": "gold" } } }, { "id": "c", "title": "T", "multiply": { "by": 2, "percent": 1, "of": "net" } } ] }"""
    )]
    // Branches that run into each other.
    [InlineData(
        """{ "id": "a{0}", "kind": "choose", "title": "T", "offers": [ { "id": "a", "add": { "product": "box" } } ], "next": [ { "when": { "fact": "weekday", "is": "mon" }, "to": "b{0}" }, { "when": { "fact": "weekday", "is": "tue" }, "to": "c{0}" }, { "to": "end" } ] }""",
        """{ "id": "b{0}", "kind": "upsell", "title": "T", "offers": [ { "id": "a", "ship": "express", "title": "T" } ] }, { "id": "c{0}", "kind": "upsell", "title": "T", "offers": [ { "id": "a", "ship": "express", "title": "T" } ] }"""
    )]
    public Task Long_file_is_judged_within_moments(string one, string other) =>
        Judge(Fill(number => $"{one},{other}".Replace("{0}", $"{number}", StringComparison.Ordinal)));

    [Theory(Timeout = Patience)]
    // Alternatives with conditions of their own.
    [InlineData("""{ "id": "a{0}", "when": { "fact": "customer.c{0}", "is": "v" }, "add": { "product": "box" } }""")]
    // Bundles of what is sold alone.
    [InlineData(
        """{ "id": "a{0}", "add": { "product": "pens", "quantity": 3 } }, { "id": "b{0}", "title": "T", "add": [ { "product": "pens", "quantity": 3 }, { "product": "pens", "quantity": 2 } ] }"""
    )]
    // Words that might be the beginning of something.
    [InlineData(
        """{ "id": "a{0}", "benefit": "only only was 14 14 free feel from € 5 € 5 only right right of of", "add": { "product": "box" } }"""
    )]
    public Task Step_of_thousands_of_offers_is_judged_within_moments(string offer)
    {
        var offers = Fill(number => offer.Replace("{0}", $"{number}", StringComparison.Ordinal));
        return Judge([
            """{ "id": "cards", "kind": "choose", "title": "T", "offers": [ { "id": "cards", "add": { "product": "cards" } } ] }""",
            $$"""{ "id": "many", "kind": "crossSell", "title": "T", "pick": { "max": 1 }, "offers": [ {{string.Join(",", offers)}} ] }""",
        ]);
    }

    private static Task Judge(IEnumerable<string> steps)
    {
        var file = Encoding.UTF8.GetBytes(LintShop.With(("/steps", $"[ {string.Join(",", steps)} ]")));
        return Task.Run(() => Assert.NotEmpty(FindingsOf(file)), TestContext.Current.CancellationToken);
    }

    /// <summary>A census where that takes but a moment.</summary>
    private static Census? CensusOfFew(FunnelDefinition definition) =>
        definition.Steps.Count > 3
            ? null
            : Proven.Of(FunnelMachine.Compile(definition), mostStates: 500, mostTrials: 5_000).Census;

    /// <summary>Parts that make a file of an eighth of a megabyte.</summary>
    private static List<string> Fill(Func<int, string> write)
    {
        List<string> parts = [];
        for (var left = 128 * 1024; left > 0; left -= parts[^1].Length)
        {
            parts.Add(write(parts.Count));
        }

        return parts;
    }

    /// <summary>What the rules say of a file, whatever level it gives them.</summary>
    private static List<Finding> FindingsOf(byte[] file, Func<FunnelDefinition, Census?>? census = null)
    {
        var reading = DefinitionReader.Read(file);
        Assert.Empty(reading.Problems);
        var definition = reading.Definition!;
        var subject = new LintSubject(new(definition, new(reading)), census?.Invoke(definition));
        return [.. LintRules.All.SelectMany(rule => rule.Find(subject))];
    }
}
