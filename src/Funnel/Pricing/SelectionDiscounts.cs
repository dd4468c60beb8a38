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
        var reached = rungs.LastOrDefault(rung => accepted >= rung.AtLeast);
        var lines = Enumerable.Range(firstAdded, basket.Count - firstAdded).ToArray();
        if (reached is null || lines.Length == 0)
        {
            return;
        }

        var nets = Array.ConvertAll(lines, index => basket[index].Net);
        var sum = nets.Aggregate(Money.Zero, (total, net) => total + net);
        var off = Money.Min(reached.PercentOff.Of(sum, basket.Terms.Rounding), sum);
        basket.Spread(-off, lines, nets, new(label, step, Offer: null));
    }
}
