using System.Globalization;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Testing;

/// <summary>Goes one walk of a file of tests, and tells where it is otherwise than expected.</summary>
internal sealed class WalkJudge(BesideFunnel<FunnelTests> reading, FunnelMachine machine, TestWalk walk, string pointer)
{
    private const string AtTheEnd = "the end";
    private const string Nothing = "nothing";

    private readonly List<TestFailure> _failures = [];
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(machine.Definition.TimeZone);
    private readonly OrderJudge _orders = new(machine.Definition.Currency);

    public TestResult Judge()
    {
        var now = walk.Start.Moment(machine);
        var order = Order.Begin(machine, walk.Start.For(machine));
        for (var i = 0; i < walk.Steps.Count; i++)
        {
            var step = walk.Steps[i];
            now = step.At?.In(_zone) ?? now;
            // Where it goes another way than expected, what comes after is about another walk.
            if (Do(order, step, $"{pointer}/steps/{i}", now) is not { } next)
            {
                return Result();
            }

            order = next;
        }

        if (walk.End is { } end)
        {
            if (order.Walk.Current is { } state)
            {
                Fail(TestCodes.Elsewhere, $"{pointer}/end", null, "the walk at its end", $"it at {Named(state.Id)}");
            }

            Expect(end, order.Walk, null, $"{pointer}/end");
        }

        return Result();
    }

    private TestResult Result() => new(walk.Name, IsProperty: false, _failures);

    /// <summary>The order after it; null where the rest of the walk cannot be judged.</summary>
    private Order? Do(Order order, TestStep step, string at, DateTimeOffset now)
    {
        if (step is TestStep.AnswerTo answer && !IsAt(order, answer, at, now))
        {
            return null;
        }

        var outcome = step switch
        {
            TestStep.Answering given => order.Answer(given.Of, given.Answer, now),
            TestStep.BackTo => order.Back(step.Of, now),
            _ => DeclineTo(order, step.Of, now),
        };
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            return IsExpected(refusal, step, at) ? Judged(order) : null;
        }

        if (step.Refused is { } code)
        {
            Fail(TestCodes.Refused, $"{at}/refused", step.Of, $"the refusal {Named(code)}", "no refusal");
            return null;
        }

        if (outcome is Outcome.Changed changed)
        {
            ExpectDropped(step, changed.Dropped, at);
            return Judged(changed.Order);
        }

        ExpectDropped(step, [], at);
        return Judged(order);

        Order Judged(Order after)
        {
            Expect(step, after.Walk, step.Of, at);
            return after;
        }
    }

    /// <summary>Whether the walk has come to the step; then its offers are judged as well.</summary>
    private bool IsAt(Order order, TestStep.AnswerTo step, string at, DateTimeOffset now)
    {
        if (order.Walk.Current?.Id != step.Step)
        {
            if (step is { Refused: not null, Offers: null })
            {
                return true;
            }

            var found = order.Walk.Current is { } state ? Named(state.Id) : AtTheEnd;
            Fail(TestCodes.Elsewhere, $"{at}/step", step.Step, $"the walk at {Named(step.Step)}", $"it at {found}");
            return false;
        }

        if (step.Offers is { } offers)
        {
            ExpectOffers(offers, order.Walk, step.Step, $"{at}/offers", now);
        }

        return true;
    }

    private bool IsExpected(Refusal refusal, TestStep step, string at)
    {
        if (refusal.Code == step.Refused)
        {
            return true;
        }

        var found = string.Join(' ', [$"{Named(refusal.Code)}: {refusal.Message}", .. refusal.Faults.Select(InWords)]);
        Fail(
            TestCodes.Refused,
            step.Refused is null ? at : $"{at}/refused",
            step.Of,
            step.Refused is { } code ? $"the refusal {Named(code)}" : "no refusal",
            $"the refusal {found}"
        );
        return false;

        static string InWords(Fault fault) => $"({fault.Pointer}: {fault.Message})";
    }

    /// <summary>Declines what the walk comes to; the refusal is that of the step which cannot be declined.</summary>
    private static Outcome DeclineTo(Order order, string step, DateTimeOffset now)
    {
        Outcome outcome = new Outcome.Unchanged(order);
        while (order.Walk.Current is { } state && state.Id != step)
        {
            outcome = order.Answer(state.Id, new Answer.Decline(), now);
            if (outcome is not Outcome.Changed { Order: var next })
            {
                return outcome;
            }

            order = next;
        }

        return order.Walk.Current is null && step != Edge.End
            ? new Outcome.Refused(new Refusal.StepNotReached(step))
            : outcome;
    }

    private void ExpectOffers(ExpectedOffers expected, Walk at, string step, string place, DateTimeOffset now)
    {
        OfferQuote[] shown = at.Current is { IsForm: false } ? [.. Quote.Of(at, now).Offers] : [];
        var ids = shown.Select(quote => quote.Offer.Id).ToList();
        if (!expected.Ids.Order(StringComparer.Ordinal).SequenceEqual(ids.Order(StringComparer.Ordinal)))
        {
            Fail(TestCodes.Offers, place, step, $"the offers {List(expected.Ids)}", List(ids));
        }

        foreach (var quote in shown)
        {
            if (
                expected.Deltas is { } deltas
                && deltas.TryGetValue(quote.Offer.Id, out var delta)
                && quote.Delta != delta
            )
            {
                Fail(
                    TestCodes.Delta,
                    $"{place}/{quote.Offer.Id}",
                    step,
                    $"{Named(quote.Offer.Id)} to move the total by {_orders.Signed(delta)}",
                    quote.Delta is { } found
                        ? _orders.Signed(found)
                        : "no amount, since its defaults do not go together"
                );
            }
        }
    }

    private void ExpectDropped(TestStep step, IReadOnlyList<DroppedAnswer> dropped, string at)
    {
        var expected = step switch
        {
            TestStep.ChangeOf change => change.Dropped,
            TestStep.BackTo back => back.Dropped,
            _ => null,
        };
        string[] found = [.. dropped.Select(answer => answer.Step)];
        if (
            expected is not null
            && !expected.Order(StringComparer.Ordinal).SequenceEqual(found.Order(StringComparer.Ordinal))
        )
        {
            Fail(
                TestCodes.Dropped,
                $"{at}/dropped",
                step.Of,
                $"the answers to {List(expected)} to fall away",
                List(found)
            );
        }
    }

    private void Expect(ExpectedOrder expected, Walk found, string? step, string at)
    {
        foreach (var (code, place, what, was) in _orders.Judge(expected, found.Basket))
        {
            Fail(code, $"{at}/{place}", step, what, was);
        }
    }

    private void Fail(string code, string at, string? step, string expected, string found) =>
        _failures.Add(
            new(
                step,
                expected,
                found,
                reading.Place(
                    code,
                    at,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Quoted.Value(walk.Name)}, {(step is null ? "at the end" : $"at {Named(step)}")}: expected {expected}, found {found}{(found.EndsWith('.') || found.EndsWith(')') ? "" : ".")}"
                    )
                )
            )
        );

    private static string Named(string id) => Quoted.Value(id);

    private static string List(IReadOnlyCollection<string> ids) => ids.Count == 0 ? Nothing : Quoted.List(ids, "and");
}
