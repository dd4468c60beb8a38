using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Comparing;

/// <summary>What a product, or a choice of it, costs otherwise.</summary>
/// <param name="Product">The product's id.</param>
/// <param name="Option">The option's id where it is a choice's surcharge.</param>
/// <param name="Choice">The choice's id.</param>
public abstract record PriceChange(string Product, string? Option, string? Choice)
{
    /// <summary>In one quantity.</summary>
    /// <param name="Before">Null where it was not sold in that quantity.</param>
    /// <param name="After">Null where it no longer is.</param>
    public sealed record InQuantity(
        string Product,
        string? Option,
        string? Choice,
        int Quantity,
        Money? Before,
        Money? After
    ) : PriceChange(Product, Option, Choice);

    /// <summary>Where one of the two is a percentage of something, so that no quantity decides it.</summary>
    /// <param name="Before">The percentage; null where it was none.</param>
    /// <param name="After">The percentage; null where it is none.</param>
    public sealed record OfShare(
        string Product,
        string? Option,
        string? Choice,
        PriceDefinition.Percentage? Before,
        PriceDefinition.Percentage? After
    ) : PriceChange(Product, Option, Choice);
}

/// <summary>Finds the prices that differ of products that both have.</summary>
internal static class PriceChanges
{
    // Of a product that is sold in any quantity, those where a price may bend, and no more than a reader bears.
    private const int MostQuantities = 12;

    public static IEnumerable<PriceChange> Between(FunnelMachine before, FunnelMachine after)
    {
        foreach (var (id, product) in after.Definition.Products)
        {
            if (!before.Definition.Products.TryGetValue(id, out var was))
            {
                continue;
            }

            foreach (var change in Between(new(id, null, null), was, product, was.Price, product.Price, before, after))
            {
                yield return change;
            }

            foreach (var (optionId, option) in product.Options)
            {
                foreach (var (choiceId, choice) in option.Choices)
                {
                    if (was.Options.GetValueOrDefault(optionId)?.Choices.GetValueOrDefault(choiceId) is { } previous)
                    {
                        var priced = new Priced(id, optionId, choiceId);
                        foreach (
                            var change in Between(priced, was, product, previous.Price, choice.Price, before, after)
                        )
                        {
                            yield return change;
                        }
                    }
                }
            }
        }
    }

    private static IEnumerable<PriceChange> Between(
        Priced priced,
        ProductDefinition before,
        ProductDefinition after,
        PriceDefinition? old,
        PriceDefinition? @new,
        FunnelMachine oldMachine,
        FunnelMachine newMachine
    )
    {
        var (oldShare, newShare) = (old as PriceDefinition.Percentage, @new as PriceDefinition.Percentage);
        if (oldShare is not null || newShare is not null)
        {
            if (oldShare != newShare)
            {
                yield return new PriceChange.OfShare(priced.Product, priced.Option, priced.Choice, oldShare, newShare);
            }

            yield break;
        }

        var (oldSold, newSold) = (SoldQuantities.Of(before), SoldQuantities.Of(after));
        var quantities = Telling(oldSold, old).Concat(Telling(newSold, @new)).Distinct().Order();
        foreach (var quantity in quantities)
        {
            var was = AmountOf(oldSold, old, quantity, oldMachine);
            var now = AmountOf(newSold, @new, quantity, newMachine);
            // That a quantity is no longer sold is told of the product, not of each choice again.
            var tells = priced.Choice is null || (was is not null && now is not null);
            if (tells && was != now)
            {
                yield return new PriceChange.InQuantity(
                    priced.Product,
                    priced.Option,
                    priced.Choice,
                    quantity,
                    was,
                    now
                );
            }
        }
    }

    /// <summary>The quantities that tell a price: each that is sold, or the ends of the range and where tiers begin.</summary>
    private static IEnumerable<int> Telling(SoldQuantities sold, PriceDefinition? price) =>
        sold.List
        ?? (price is PriceDefinition.Tiers tiers ? tiers.Steps.Select(tier => tier.From) : [])
            .Prepend(sold.Least)
            .Append(sold.Most)
            .Where(sold.Sells)
            .Distinct()
            .Take(MostQuantities);

    private static Money? AmountOf(SoldQuantities sold, PriceDefinition? price, int quantity, FunnelMachine machine)
    {
        if (!sold.Sells(quantity))
        {
            return null;
        }

        if (price is null)
        {
            return Money.Zero;
        }

        var funnel = machine.Definition;
        // None of these forms asks what else is in the order.
        var form = PriceForm.Compile(price, funnel.Currency, funnel.Rounding, new([]));
        return form.For(quantity, default);
    }

    private readonly record struct Priced(string Product, string? Option, string? Choice);
}
