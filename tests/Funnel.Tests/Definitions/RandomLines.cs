using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>The lines that the steps so far may add, and the products that each may hold.</summary>
internal sealed class RandomLines
{
    private readonly OrderedDictionary<string, List<string>> _added = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, List<string>> _products = new(StringComparer.Ordinal);

    public bool Any => _added.Count > 0;

    /// <summary>The names that were asked for and, where several adds ask for the same one, those that they get besides.</summary>
    public IReadOnlyList<string> Names =>
        [
            .. _added.SelectMany(line =>
                Enumerable
                    .Range(1, line.Value.Count)
                    .Select(number => number == 1 ? line.Key : Numbered(line.Key, number))
            ),
        ];

    /// <summary>The names that were asked for.</summary>
    public IReadOnlyList<string> PlainNames => [.. _added.Keys];

    /// <summary>All that any line may hold.</summary>
    public IEnumerable<string> Products =>
        _products.Values.SelectMany(products => products).Distinct(StringComparer.Ordinal);

    /// <summary>What a line of this name may hold. A numbered one holds what is added under its plain name.</summary>
    public IReadOnlyList<string> ProductsOf(string name) =>
        _products.TryGetValue(name, out var products) ? products : _added[name[..name.LastIndexOf('-')]];

    public RandomLines With(IEnumerable<OfferDefinition> offers)
    {
        var lines = new RandomLines();
        lines.Take(this);
        foreach (var offer in offers)
        {
            foreach (var add in offer.Add)
            {
                Put(lines._added, add.As ?? add.Product, add.Product);
                Put(lines._products, add.As ?? add.Product, add.Product);
            }

            if (offer.Swap is { } swap)
            {
                Put(lines._products, swap.Line, swap.Product);
            }
        }

        return lines;
    }

    private void Take(RandomLines other)
    {
        foreach (var (name, products) in other._added)
        {
            _added[name] = [.. products];
        }

        foreach (var (name, products) in other._products)
        {
            _products[name] = [.. products];
        }
    }

    private static void Put(OrderedDictionary<string, List<string>> lines, string name, string product)
    {
        lines.TryAdd(name, []);
        lines[name].Add(product);
    }

    private static string Numbered(string name, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
}
