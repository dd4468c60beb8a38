using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Mix and match: the highest rung that the number of accepted offers reaches takes its percentage off what the step added.</summary>
/// <param name="rungs">Ascending.</param>
internal sealed class SelectionDiscounts(string step, Text label, IReadOnlyList<SelectionDiscountDefinition> rungs)
{
    /// <param name="basket">The basket after the accepted offers.</param>
    /// <param name="accepted">How many they are.</param>
    /// <param name="firstAdded">Index of the first line that they added.</param>
    public void Apply(BasketEdit basket, int accepted, int firstAdded)
    {
        var reached = rungs.Count - 1;
        while (reached >= 0 && accepted < rungs[reached].AtLeast)
        {
            reached--;
        }

        if (reached >= 0 && firstAdded < basket.Count)
        {
            Apply(basket, firstAdded, rungs[reached].PercentOff);
        }
    }

    private void Apply(BasketEdit basket, int firstAdded, Percent percentOff)
    {
        var lines = Enumerable.Range(firstAdded, basket.Count - firstAdded).ToArray();
        var nets = Array.ConvertAll(lines, index => basket[index].Net);
        var sum = nets.Aggregate(Money.Zero, (total, net) => total + net);
        var off = Money.Min(percentOff.Of(sum, basket.Terms.Rounding), sum);
        basket.Spread(-off, lines, nets, new(label, step, Offer: null));
    }
}
