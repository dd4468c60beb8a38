using System.Buffers;
using System.Text.Json;
using FsCheck.Fluent;
using Funnel.Checking;
using Funnel.Definitions.Notations;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Testing;
using Funnel.Tests.Orders;

namespace Funnel.Tests.Testing;

/// <summary>A walk written down as a test passes, and fails as soon as one amount in it is another.</summary>
public sealed class RecordedWalkTests
{
    [Fact]
    public void A_recorded_walk_passes_and_with_one_amount_changed_it_does_not()
    {
        var recorded = 0;
        Property.Holds(
            // A file says no amount of more than 15 digits.
            RandomVisit.Arbitrary.Filter(visit => !visit.Dear),
            visit =>
            {
                if (
                    visit.Outcomes().Select(one => Goable(one.Before.Walk)).LastOrDefault(walk => walk.Length > 0)
                    is not { } walk
                )
                {
                    return;
                }

                recorded++;
                var machine = walk.Machine;
                var tests = Record(walk);
                Assert.Empty(Run(tests, machine).AllProblems);
                foreach (var (changed, code) in Changed(tests))
                {
                    Assert.Contains(code, Run(changed, machine).AllProblems.Select(problem => problem.Code));
                }
            }
        );
        Assert.True(recorded > 50, $"Only {recorded} visits answered anything.");
    }

    /// <summary>The walk as far as it can be gone answer by answer: one that was changed later may have expired by then.</summary>
    private static Walk Goable(Walk walk)
    {
        var (goable, now) = (Walk.Begin(walk.Machine, walk.Start), Moment(walk.Start.At).In(TimeZoneInfo.Utc));
        foreach (var next in walk.Answered)
        {
            var at = Moment(next.Last!.At).In(TimeZoneInfo.Utc);
            if (at < now || at >= now + walk.Machine.Definition.ExpiresAfter)
            {
                break;
            }

            (goable, now) = (next, at);
        }

        return goable;
    }

    private static TestReport Run(FunnelTests tests, FunnelMachine machine)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(utf8))
        {
            RecordNotation<FunnelTests>.Instance.Write(tests, writer, machine.Definition.Currency);
        }

        return TestRun.Of(utf8.WrittenSpan, new CheckReport(machine.Definition, []), machine);
    }

    private static FunnelTests Record(Walk walk) =>
        new()
        {
            Funnel = walk.Machine.Definition.Id,
            Walks =
            [
                new()
                {
                    Name = "Recorded",
                    Start = new()
                    {
                        At = Moment(walk.Start.At),
                        Locale = walk.Start.Locale,
                        Country = walk.Start.Country,
                        Channel = walk.Start.Channel,
                        Customer = walk.Start.Customer,
                        Inputs = walk.Start.Inputs,
                    },
                    Steps = [.. walk.Answered.Select(Recorded)],
                },
            ],
        };

    private static TestStep.AnswerTo Recorded(Walk after)
    {
        var (last, before) = (after.Last!, after.Previous!);
        OfferQuote[] shown = last.State.IsForm ? [] : [.. Quote.Of(before, last.At).Offers];
        return new()
        {
            Step = last.State.Id,
            At = Moment(last.At),
            Offers =
                shown.Length == 0
                    ? null
                    : new(
                        [.. shown.Select(quote => quote.Offer.Id)],
                        Array.TrueForAll(shown, quote => quote.Delta is not null)
                            ? shown.ToDictionary(quote => quote.Offer.Id, quote => quote.Delta!.Value)
                            : null
                    ),
            Accept = (last.Answer as Answer.Accept)?.Offers,
            Inputs = (last.Answer as Answer.Submit)?.Inputs,
            Decline = last.Answer is Answer.Decline ? true : null,
            Total = after.Basket.Total,
            Subtotal = after.Basket.Subtotal,
            Shipping = after.Basket.Shipping,
            Tax = after.Basket.Tax,
            Lines = after.Basket.Lines.ToDictionary(
                line => line.Name,
                line => new ExpectedLine
                {
                    Net = line.Net,
                    List = line.List,
                    Quantity = line.Quantity,
                    Product = line.Product.Id,
                    Options = line.Options.ToDictionary(option => option.Option.Id, option => option.Choice.Id),
                }
            ),
        };
    }

    /// <summary>The same with another amount at the last step, once for each kind of amount.</summary>
    private static IEnumerable<(FunnelTests Tests, string Code)> Changed(FunnelTests tests)
    {
        var step = (TestStep.AnswerTo)tests.Walks[0].Steps[^1];
        var cent = new Money(1);
        yield return (With(step with { Total = step.Total + cent }), TestCodes.Amount);
        yield return (With(step with { Subtotal = step.Subtotal + cent }), TestCodes.Amount);
        yield return (With(step with { Shipping = step.Shipping + cent }), TestCodes.Amount);
        yield return (With(step with { Tax = step.Tax + cent }), TestCodes.Amount);
        if (step.Offers?.Deltas is { Count: > 0 } deltas)
        {
            var dearer = deltas.ToDictionary(delta => delta.Key, delta => delta.Value + cent);
            yield return (With(step with { Offers = step.Offers with { Deltas = dearer } }), TestCodes.Delta);
        }

        if (step.Lines is { Count: > 0 } lines)
        {
            var dearer = lines.ToDictionary(line => line.Key, line => line.Value with { Net = line.Value.Net + cent });
            yield return (With(step with { Lines = dearer }), TestCodes.Lines);
        }

        FunnelTests With(TestStep changed) =>
            tests with
            {
                Walks = [tests.Walks[0] with { Steps = [.. tests.Walks[0].Steps.SkipLast(1), changed] }],
            };
    }

    /// <summary>To the second, as it is written.</summary>
    private static LocalMoment Moment(DateTimeOffset at) =>
        new(
            DateTime.SpecifyKind(
                at.UtcDateTime.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond)),
                DateTimeKind.Unspecified
            ),
            TimeSpan.Zero
        );
}
