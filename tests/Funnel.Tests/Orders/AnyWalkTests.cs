using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Orders;

/// <summary>What holds for every walk through every funnel, whatever a shopper does.</summary>
public sealed class AnyWalkTests
{
    [Fact]
    public void Replaying_all_answers_gives_the_same_walk() => AfterEachChange(order => ReplaysTheSame(order.Walk));

    [Theory]
    [MemberData(nameof(ShippedFunnels.Names), MemberType = typeof(ShippedFunnels))]
    public void So_it_does_in_the_funnels_that_come_with_the_product(string file)
    {
        var machine = FunnelMachine.Compile(DefinitionReader.Read(ShippedFunnels.Read(file)).Definition!);
        var changes = Enumerable
            .Range(0, 40)
            .SelectMany(seed => RandomVisit.Outcomes(machine, seed, moves: 30))
            .Select(move => move.Outcome)
            .OfType<Outcome.Changed>()
            .ToList();

        Assert.All(changes, change => ReplaysTheSame(change.Order.Walk));
    }

    [Fact]
    public void Lines_shipping_and_tax_sum_to_the_total() =>
        AfterEachChange(order =>
        {
            var basket = order.Walk.Basket;
            foreach (var line in basket.Lines)
            {
                Assert.Equal(line.Net, line.List + Sum(line.Adjustments.Select(adjustment => adjustment.Amount)));
                Assert.True(line.Net >= Money.Zero, $"{line.Name} costs {line.Net}");
                Assert.DoesNotContain(line.Adjustments, adjustment => adjustment.Amount.IsZero);
            }

            Assert.Equal(basket.List, Sum(basket.Lines.Select(line => line.List)));
            Assert.Equal(basket.Subtotal, Sum(basket.Lines.Select(line => line.Net)));
            var onTop = order.Walk.Machine.Definition.Tax is { Included: false } ? basket.Tax : Money.Zero;
            Assert.Equal(basket.Total, basket.Subtotal + basket.Shipping + onTop);
            Assert.Equal(basket.Tax, Sum(basket.TaxGroups().Select(group => group.Amount)));
            Assert.Equal(basket.Lines.Length, basket.Lines.Select(line => line.Name).Distinct().Count());
        });

    [Fact]
    public void The_ledger_sums_to_the_totals() =>
        AfterEachChange(order =>
        {
            var ledger = order.Walk.Answered.Select(LedgerEntry.Of).ToList();
            var basket = order.Walk.Basket;

            Assert.Equal(basket.Subtotal, Sum(ledger.Select(entry => entry.Subtotal)));
            Assert.Equal(basket.Shipping, Sum(ledger.Select(entry => entry.Shipping)));
            Assert.Equal(basket.Tax, Sum(ledger.Select(entry => entry.Tax)));
            Assert.Equal(basket.Total, Sum(ledger.Select(entry => entry.Total)));
        });

    [Fact]
    public void A_walk_visits_each_step_at_most_once_and_always_comes_nearer_to_its_end() =>
        AfterEachChange(order =>
        {
            var walk = order.Walk;
            int[] ahead =
            [
                .. walk.Answered.Select(step => step.Last!.State.AtMostAhead),
                walk.Current?.AtMostAhead ?? 0,
            ];

            Assert.Equal(ahead.OrderDescending(), ahead);
            Assert.Equal(ahead.Distinct(), ahead);
            Assert.True(ahead[0] <= walk.Machine.States.Count);
        });

    [Fact]
    public void Each_delta_is_what_accepting_really_moves() =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                foreach (var (order, now, _) in visit.Outcomes())
                {
                    if (order.Walk.Current is { IsForm: false, PickMin: <= 1 } state)
                    {
                        var quote = Quote.Of(order.Walk, now);
                        Assert.All(quote.Offers, offer => Holds(order, state, offer, now));
                    }
                }
            }
        );

    [Fact]
    public void What_is_not_offered_is_refused() =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                foreach (var (order, now, _) in visit.Outcomes())
                {
                    if (order.Walk.Current is { IsForm: false, PickMin: <= 1 } state)
                    {
                        var offered = Quote.Of(order.Walk, now).Offers.Select(quote => quote.Offer);
                        Assert.All(
                            state.Offers.Except(offered),
                            offer =>
                            {
                                var outcome = order.Answer(state.Id, Shopper.Accepting(offer.Id), now);
                                Assert.IsType<Refusal.OfferUnavailable>(
                                    Assert.IsType<Outcome.Refused>(outcome).Refusal
                                );
                            }
                        );
                    }
                }
            }
        );

    [Fact]
    public void What_is_refused_or_the_same_leaves_the_order_as_it_was() =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                var told = "";
                foreach (var (before, _, outcome) in visit.Outcomes())
                {
                    Assert.True(told.Length == 0 || told == Told.InFull(before.Walk));
                    told = Told.InFull(outcome is Outcome.Changed { Order: var after } ? after.Walk : before.Walk);
                    if (outcome is Outcome.Unchanged { Order: var same })
                    {
                        Assert.Same(before, same);
                    }
                }
            }
        );

    [Fact]
    public void The_same_answer_again_changes_nothing() =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                foreach (var (_, now, outcome) in visit.Outcomes())
                {
                    if (outcome is Outcome.Changed { Order: var order })
                    {
                        foreach (var step in order.Walk.Answered.Select(walk => walk.Last!))
                        {
                            // Even when its offer has meanwhile gone out of season.
                            var again = order.Answer(step.State.Id, step.Answer, now + TimeSpan.FromMilliseconds(1));
                            Assert.Same(order, Assert.IsType<Outcome.Unchanged>(again).Order);
                        }
                    }
                }
            }
        );

    [Fact]
    public void What_fell_away_is_no_longer_answered() =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                foreach (var (before, _, outcome) in visit.Outcomes())
                {
                    if (outcome is Outcome.Changed { Order: var order, Dropped: var dropped })
                    {
                        var answered = order.Walk.Answered.Select(walk => walk.Last!.State.Id).ToList();
                        var answeredBefore = before.Walk.Answered.Select(walk => walk.Last!.State.Id);
                        Assert.All(dropped, answer => Assert.DoesNotContain(answer.Step, answered));
                        Assert.Subset(answeredBefore.ToHashSet(), dropped.Select(answer => answer.Step).ToHashSet());
                    }
                }
            }
        );

    private static void ReplaysTheSame(Walk walk)
    {
        var answers = walk.Answered.Select(step => (step.Last!.State.Id, step.Last.Answer, step.Last.At));

        Assert.Equal(Told.InFull(walk), Told.InFull(Walk.Replay(walk.Machine, walk.Start, answers)));
    }

    private static void Holds(Order order, State state, OfferQuote quote, DateTimeOffset now)
    {
        var id = quote.Offer.Id;
        Check(quote.Delta, new(id, null, new Dictionary<string, string>()));
        foreach (var value in quote.Quantity?.Values ?? [])
        {
            Check(value.Delta, new(id, value.Quantity, new Dictionary<string, string>()));
        }

        foreach (var option in quote.Options)
        {
            foreach (var choice in option.Choices)
            {
                Check(
                    choice.Delta,
                    new(id, null, new Dictionary<string, string> { [option.Option.Id] = choice.Choice.Id })
                );
            }
        }

        if (quote.Delta is { } delta)
        {
            Assert.Equal(order.Walk.Basket.Total + delta, quote.TotalAfter);
        }

        void Check(Money? shown, AcceptedOffer accepted)
        {
            switch (order.Answer(state.Id, new Answer.Accept([accepted]), now))
            {
                case Outcome.Changed { Order: var after }:
                    Assert.Equal(after.Walk.Basket.Total - order.Walk.Basket.Total, shown);
                    break;
                case Outcome.Refused { Refusal: Refusal.ChangesNothing }:
                    Assert.Equal(Money.Zero, shown);
                    break;
                default:
                    Assert.Null(shown);
                    break;
            }
        }
    }

    private static void AfterEachChange(Action<Order> holds) =>
        Property.Holds(
            RandomVisit.Arbitrary,
            visit =>
            {
                foreach (var (_, _, outcome) in visit.Outcomes())
                {
                    if (outcome is Outcome.Changed { Order: var order })
                    {
                        holds(order);
                    }
                }
            }
        );

    private static Money Sum(IEnumerable<Money> amounts) =>
        amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);
}
