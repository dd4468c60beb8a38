using Funnel.Definitions;

namespace Funnel.Pricing;

/// <summary>Mix and match: the highest rung that the number of accepted offers reaches takes its percentage off what the step added.</summary>
/// <remarks>It is called as the step is, in whose languages a shopper reads it.</remarks>
internal sealed class SelectionDiscounts(StepDefinition step)
{
    private readonly SelectionDiscountDefinition[] _rungs = [.. step.SelectionDiscounts.OrderBy(rung => rung.AtLeast)];

    /// <param name="basket">The basket after the accepted offers.</param>
    /// <param name="accepted">How many they are.</param>
    /// <param name="firstAdded">Index of the first line that they added.</param>
    public void Apply(BasketEdit basket, int accepted, int firstAdded)
    {
        var reached = Array.FindLastIndex(_rungs, rung => accepted >= rung.AtLeast);
        var lines = Enumerable.Range(firstAdded, basket.Count - firstAdded).ToArray();
        if (reached < 0 || lines.Length == 0)
        {
            return;
        }

        var nets = Array.ConvertAll(lines, index => basket[index].Net);
        var sum = nets.Aggregate(Money.Zero, (total, net) => total + net);
        var off = Money.Min(_rungs[reached].PercentOff.Of(sum, basket.Terms.Rounding), sum);
        basket.Spread(-off, lines, nets, new(step.Title, step.Id, Offer: null));
    }
}
