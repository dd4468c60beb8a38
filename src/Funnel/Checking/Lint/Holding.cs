using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking.Lint;

/// <summary>What a line can be where an offer is shown: a product as an add makes it or a swap, in its least quantity.</summary>
/// <param name="Options">What is chosen of its options; else their defaults.</param>
internal sealed record Holding(
    string Id,
    ProductDefinition Product,
    int Quantity,
    IReadOnlyDictionary<string, ChoiceTerm> Options
)
{
    /// <summary>Everything that a line can be; nothing where no add asks for that name.</summary>
    public static IReadOnlyList<Holding> Of(LintSubject subject, OfferSite offer, Requirements required, string line)
    {
        var offers = subject.Before(offer.StepIndex).SelectMany(step => step.Offers).ToList();
        var least = required.Least($"line.{line}.quantity") ?? 0;
        var added = offers
            .SelectMany(other => other.Adds)
            .Where(add => add.LineName == line)
            .Select(add => OfAdd(subject, add.Add, least))
            .ToList();
        var swappedIn = offers
            .Select(other => other.Offer.Swap)
            .OfType<SwapDefinition>()
            .Where(swap => swap.Line == line)
            .SelectMany(swap => added.Select(holding => holding.As(swap.Product, subject.Product(swap.Product))));
        return
        [
            .. added.Concat(swappedIn.OfType<Holding>()).Where(may => required.Allow($"line.{line}.product", may.Id)),
        ];
    }

    /// <summary>The same line as another product; null where that is not sold in its quantity.</summary>
    public Holding? As(string id, ProductDefinition product) =>
        SoldQuantities.Of(product).Sells(Quantity)
            ? new(id, product, Quantity, Options.Where(option => Has(product, option)).ToDictionary())
            : null;

    /// <summary>The same line once a <c>set</c> has changed its options; null where its product lacks one of them.</summary>
    public Holding? With(SetDefinition set)
    {
        var choices = set.Options.Where(choice => choice.Value.Fixed is not null).ToDictionary();
        return choices.All(choice => Has(Product, choice))
            ? this with
            {
                Options = Options.Where(option => !choices.ContainsKey(option.Key)).Concat(choices).ToDictionary(),
            }
            : null;
    }

    private static Holding OfAdd(LintSubject subject, AddDefinition add, decimal least)
    {
        var product = subject.Product(add.Product);
        var sold = SoldQuantities.Of(product);
        var quantity = add.Quantity is { Fixed: null } ? sold.From(least) : add.Quantity?.Fixed ?? sold.Least;
        return new(add.Product, product, quantity, add.Options);
    }

    private static bool Has(ProductDefinition product, KeyValuePair<string, ChoiceTerm> choice) =>
        product.Options.TryGetValue(choice.Key, out var option)
        && (choice.Value.Fixed is not { } id || option.Choices.ContainsKey(id));
}
