using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;
using Funnel.Tests.Definitions;
using Outcome = Funnel.Orders.Outcome;

namespace Funnel.Tests.Orders;

/// <summary>A shopper of a random funnel who does random things, possible and impossible ones. The same seed is the same visit.</summary>
/// <param name="Moves">How many things they do.</param>
/// <param name="Dear">Whether all amounts are so large that their sums can leave the range of exact money.</param>
public sealed partial record RandomVisit(GeneratedFunnel Funnel, int Seed, int Moves, bool Dear = false)
{
    private const int MostMoves = 30;

    /// <summary>Shrinks to fewer moves, and to fewer steps.</summary>
    public static Arbitrary<RandomVisit> Arbitrary { get; } =
        Arb.From(
            from funnel in GeneratedFunnel.Arbitrary.Generator
            from seed in Gen.Choose(0, int.MaxValue)
            from moves in Gen.Choose(1, MostMoves)
            from dear in Gen.Choose(0, 4)
            select new RandomVisit(funnel, seed, moves, dear == 0),
            visit =>
                Enumerable
                    .Range(1, visit.Moves - 1)
                    .Select(moves => visit with { Moves = moves })
                    .Concat(
                        GeneratedFunnel.Arbitrary.Shrinker(visit.Funnel).Select(less => visit with { Funnel = less })
                    )
        );

    /// <summary>Every thing that the shopper does: the order before it, the moment, and what came of it.</summary>
    internal IEnumerable<(Order Before, DateTimeOffset Now, Outcome Outcome)> Outcomes() =>
        Outcomes(FunnelMachine.Compile(Dear ? Dearer(Funnel.Definition) : Funnel.Definition), Seed, Moves);

    /// <summary>The same in a funnel that is not random.</summary>
    internal static IEnumerable<(Order Before, DateTimeOffset Now, Outcome Outcome)> Outcomes(
        FunnelMachine machine,
        int seed,
        int moves
    )
    {
        var dice = Dice.For(seed, "visit");
        var start = Start(dice, machine);
        var order = Order.Begin(machine, start);
        var now = start.At;
        for (var move = 0; move < moves; move++)
        {
            // Seconds or days later, but never so late that the order would have expired.
            var later = order.TouchedAt + machine.Definition.ExpiresAfter * dice.One([0, 0, 0.01, 0.9]);
            now = later > now ? later : now;
            var outcome = Do(dice, order, now);
            yield return (order, now, outcome);
            order = outcome is Outcome.Changed { Order: var changed } ? changed : order;
        }
    }

    /// <summary>The same file, ten zeros behind each amount.</summary>
    private static FunnelDefinition Dearer(FunnelDefinition funnel)
    {
        var json = Encoding.UTF8.GetString(DefinitionWriter.Write(funnel));
        var reading = DefinitionReader.Read(
            Encoding.UTF8.GetBytes(Amount().Replace(json, "\"${whole}0000000000${rest}\"${after}"))
        );
        Assert.Empty(reading.Problems);
        return reading.Definition!;
    }

    // What a colon follows is a pack's quantity.
    [GeneratedRegex(
        "\"(?<whole>[1-9][0-9]{0,4})(?<rest>\\.[0-9]+)?\"(?<after>[,\\s])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Amount();

    private static Start Start(Dice dice, FunnelMachine machine)
    {
        var customer = new Dictionary<string, Value>();
        Maybe("segments", new Value.List(dice.Some(["gold", "silver"], 0, 2)));
        Maybe("satisfaction", dice.One<Value>([new Value.Number(7.5m), new Value.Text("high"), new Value.Flag(true)]));
        Maybe("loyal", new Value.Flag(dice.Chance(50)));
        Maybe("segment", new Value.Text("business"));
        return new()
        {
            At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(dice.Between(0, 2 * 365 * 24 * 60)),
            Locale = dice.One(machine.Definition.Locales),
            Country = dice.One([null, "NL", "DE", "FR"]),
            Channel = dice.One([null, "shop"]),
            Customer = customer,
            Inputs = Inputs(dice, machine),
        };

        void Maybe(string name, Value value)
        {
            if (dice.Chance(60))
            {
                customer.Add(name, value);
            }
        }
    }

    private static Dictionary<string, Value> Inputs(Dice dice, FunnelMachine machine) =>
        machine.Inputs.Values.Where(_ => dice.Chance(50)).ToDictionary(input => input.Id, input => Given(dice, input));

    private static Outcome Do(Dice dice, Order order, DateTimeOffset now)
    {
        var walk = order.Walk;
        if (walk.Machine.Inputs.Count > 0 && dice.Chance(10))
        {
            return order.ChangeInputs(Inputs(dice, walk.Machine), now);
        }

        if (walk.Length > 0 && dice.Chance(walk.Current is null ? 90 : 25))
        {
            var earlier = dice.One(walk.Answered);
            var state = earlier.Last!.State;
            return dice.Between(0, 9) switch
            {
                0 => order.Back(state.Id, now),
                1 => order.Answer(state.Id, earlier.Last.Answer, now),
                _ => order.Answer(state.Id, AnswerTo(dice, state, earlier.Previous!, now), now),
            };
        }

        if (walk.Current is { } current && !dice.Chance(5))
        {
            return order.Answer(current.Id, AnswerTo(dice, current, walk, now), now);
        }

        var any = dice.One(walk.Machine.States);
        return order.Answer(any.Id, Nonsense(dice, any), now);
    }

    private static Answer AnswerTo(Dice dice, State state, Walk walk, DateTimeOffset now)
    {
        if (dice.Chance(10))
        {
            return Nonsense(dice, state);
        }

        if (dice.Chance(20))
        {
            return new Answer.Decline();
        }

        if (state.IsForm)
        {
            var filled = state.Fields.Where(field => field.Required || dice.Chance(60));
            return new Answer.Submit(filled.ToDictionary(field => field.Id, field => Given(dice, field)));
        }

        var quote = Quote.Of(walk, now);
        var offers = dice.Some(quote.Offers, Math.Max(1, quote.Min), quote.Max);
        return new Answer.Accept([.. offers.Select(offer => Chosen(dice, offer))]);
    }

    private static AcceptedOffer Chosen(Dice dice, OfferQuote quote) =>
        new(
            quote.Offer.Id,
            quote.Quantity is { } quantity && dice.Chance(70) ? AnyOf(dice, quantity.Sold) : null,
            quote
                .Options.Where(_ => dice.Chance(70))
                .ToDictionary(option => option.Option.Id, option => dice.One(option.Choices).Choice.Id)
        );

    private static int AnyOf(Dice dice, SoldQuantities sold) =>
        sold.List is { } list
            ? dice.One(list)
            : sold.Least + sold.Step * dice.Between(0, (sold.Most - sold.Least) / sold.Step);

    /// <summary>An answer of which something, or everything, may be wrong.</summary>
    private static Answer Nonsense(Dice dice, State state) =>
        dice.Between(0, 4) switch
        {
            0 => new Answer.Accept([new("no-such-offer", null, new Dictionary<string, string>())]),
            1 => new Answer.Submit(new Dictionary<string, Value> { ["no/such~input"] = new Value.Number(1) }),
            2 => new Answer.Submit(new Dictionary<string, Value>()),
            3 => new Answer.Accept([]),
            _ => new Answer.Accept([
                .. dice.Some(state.Offers, 0, state.Offers.Count)
                    .Select(offer => new AcceptedOffer(
                        offer.Id,
                        dice.One<int?>([null, null, -1, 0, 1, 7, int.MaxValue]),
                        dice.Chance(80)
                            ? new Dictionary<string, string>()
                            : new Dictionary<string, string> { ["no/such~option"] = "choose" }
                    )),
            ]),
        };

    private static Value Given(Dice dice, InputField asked)
    {
        Value[] values =
        [
            RandomInputs.ValueOf(dice, asked.Definition.Type),
            .. asked.Definition.Choices.Keys.Select(choice => new Value.Text(choice)),
            new Value.Text("name@a.example"),
            new Value.Text("https://a.example/"),
            new Value.Text("+31 20 123 4567"),
            new Value.Text("NL123456789B01"),
            new Value.Text("490154203237518"),
            new Value.Number(12),
            new Value.Flag(true),
        ];
        return Array.Find(values, value => asked.ProblemWith(value) is null)
            ?? throw new InvalidOperationException($"Nothing fits {asked.Definition}.");
    }
}
