using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Mix and match: the highest rung that the number of accepted offers reaches takes its percentage off what the step added.</summary>
internal sealed class SelectionDiscounts(string step, Text label, IReadOnlyList<SelectionDiscountDefinition> rungs)
{
    /// <param name="basket">The basket after the accepted offers.</param>
    /// <param name="accepted">How many they are.</param>
    /// <param name="firstAdded">Index of the first line that they added.</param>
    public void Apply(BasketEdit basket, int accepted, int firstAdded)
    {
        if (Reached(accepted) is { } percentOff && firstAdded < basket.Count)
        {
            TakeOff(percentOff, basket, firstAdded);
        }
    }

    private Percent? Reached(int accepted)
    {
        for (var i = rungs.Count - 1; i >= 0; i--)
        {
            if (accepted >= rungs[i].AtLeast)
            {
                return rungs[i].PercentOff;
            }
        }

        return null;
    }

    private void TakeOff(Percent percent, BasketEdit basket, int firstAdded)
    {
        var lines = Enumerable.Range(firstAdded, basket.Count - firstAdded).ToArray();
        var nets = Array.ConvertAll(lines, index => basket[index].Net);
        var sum = nets.Aggregate(Money.Zero, (total, net) => total + net);
        var off = Money.Min(percent.Of(sum, basket.Terms.Rounding), sum);
        basket.Spread(-off, lines, nets, new(label, step, Offer: null));
    }
}
