using Funnel.Definitions;
using Funnel.Explaining;
using Funnel.Orders;
using Funnel.Tests.Orders;

namespace Funnel.Tests.Explaining;

/// <summary>An explanation of any order adds up to that order.</summary>
public sealed class AnyExplanationTests
{
    [Fact]
    public void Every_amount_is_the_sum_of_its_reasons() =>
        AfterEachChange(
            (walk, explanation, _) =>
            {
                var basket = walk.Basket;
                Assert.Equal(basket.Lines.Select(line => line.Name), explanation.Lines.Select(line => line.Line));
                foreach (var (line, why) in basket.Lines.Zip(explanation.Lines))
                {
                    Assert.Equal(line.List, Sum(why.List));
                    Assert.Equal(
                        line.Adjustments.Select(adjustment => adjustment.Amount),
                        why.Adjustments.Select(reason => reason.Amount)
                    );
                    Assert.Equal(line.Tax, why.Tax?.Amount ?? Money.Zero);
                }

                Assert.Equal(basket.Shipping, explanation.Shipping?.Amount ?? Money.Zero);
                Assert.Equal(
                    basket.Tax,
                    Sum(explanation.Lines.Select(line => line.Tax).Append(explanation.ShippingTax).OfType<Reason>())
                );
            }
        );

    [Fact]
    public void Every_pointer_leads_to_something_that_is_written() =>
        AfterEachChange(
            (walk, explanation, reading) =>
            {
                var reasons = explanation
                    .Lines.SelectMany(line => line.List.Concat(line.Adjustments).Append(line.Tax))
                    .Append(explanation.Shipping)
                    .OfType<Reason>()
                    .Select(reason => reason.Pointer)
                    .Concat(
                        explanation.Steps.SelectMany(step =>
                            step.Hidden.Concat(step.Offers.SelectMany(offer => offer.Hidden))
                                .Select(leaf => leaf.Pointer)
                        )
                    );
                // Only what short forms leave out is not written itself: an item of a list of one, the form of a price.
                Assert.All(
                    reasons,
                    pointer =>
                        Assert.InRange(pointer.Split('/').Length - reading.Nearest(pointer).Split('/').Length, 0, 1)
                );
            }
        );

    [Fact]
    public void Steps_are_those_that_the_walk_came_to_and_what_hides_an_offer_is_named() =>
        AfterEachChange(
            (walk, explanation, _) =>
            {
                Assert.Equal(
                    walk.Answered.Select(answered => answered.Last!.State.Id)
                        .Concat(walk.Current is { } at ? [at.Id] : []),
                    explanation.Steps.Where(step => step.Shown).Select(step => step.Step)
                );
                foreach (var step in explanation.Steps)
                {
                    Assert.Equal(step.Shown || step.Offers.Count > 0, step.Hidden.Count == 0);
                    Assert.All(
                        step.Offers,
                        offer =>
                        {
                            Assert.Equal(offer.Shown, offer.Why is null);
                            Assert.Equal(offer.Why == "its condition does not hold", offer.Hidden.Count > 0);
                        }
                    );
                }
            }
        );

    private static void AfterEachChange(Action<Walk, OrderExplanation, DefinitionReading> holds) =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                foreach (var (_, now, outcome) in visit.Outcomes())
                {
                    if (outcome is Outcome.Changed { Order.Walk: var walk })
                    {
                        var written = DefinitionWriter.Write(walk.Machine.Definition);
                        holds(walk, Explain.Order(walk, now), DefinitionReader.Read(written));
                    }
                }
            },
            times: 40
        );

    private static Money Sum(IEnumerable<Reason> reasons) =>
        reasons.Aggregate(Money.Zero, (sum, reason) => sum + reason.Amount);
}
