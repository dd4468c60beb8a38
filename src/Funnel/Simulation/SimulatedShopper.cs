using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Simulation;

/// <summary>Walks a funnel as one shopper might, by really answering.</summary>
internal sealed class SimulatedShopper(FunnelMachine machine, SimulationRates rates, ulong seed)
{
    private const int Half = TakeRate.PerMillion / 2;

    // Of a range of quantities, what is chosen besides the least is one of so many next.
    private const int NextQuantities = 9;

    private readonly int _leave = TakeRate.Units(rates.Leave);
    private readonly SplitFacts _facts = new(machine);
    private readonly (int Weight, Start Start)[] _starts =
    [
        .. rates.Starts.Select(start => (start.Weight, start.For(machine))),
    ];

    /// <param name="number">Which of the visits; each has its own chances.</param>
    public SimulatedVisit Visit(int number)
    {
        var dice = SplitMix.Of(seed, number);
        var walk = Walk.Begin(machine, StartOf(ref dice));
        var shown = new List<Offer>();
        while (walk.Current is { } state)
        {
            var quotes = state.IsForm ? [] : Quote.Of(walk, walk.Start.At).Offers;
            shown.AddRange(quotes.Select(quote => quote.Offer));
            if (dice.Chance(_leave) || Answer(walk, state, quotes, ref dice) is not { } next)
            {
                return new(walk, false, shown);
            }

            walk = next;
        }

        return new(walk, true, shown);
    }

    private Start StartOf(ref SplitMix dice)
    {
        var left = _starts.Length == 1 ? 0 : dice.Below(_starts.Sum(start => start.Weight));
        foreach (var (weight, start) in _starts)
        {
            left -= weight;
            if (left < 0)
            {
                return start;
            }
        }

        throw new InvalidOperationException("The number drawn is below the sum of all weights.");
    }

    /// <summary>The first of what they would rather do that can be done; null where nothing can, and they leave.</summary>
    private Walk? Answer(Walk walk, State state, IReadOnlyList<OfferQuote> quotes, ref SplitMix dice)
    {
        var wanted = state.IsForm ? [] : Wanted(walk, state, quotes, ref dice);
        foreach (var answer in state.IsForm ? Filled(state, ref dice) : Preferred(wanted))
        {
            if (
                CanonicalAnswer.TryMake(state, answer, out var canonical, out _)
                && walk.TryAnswer(canonical, answer, walk.Start.At, out var next, out _)
            )
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>All that is wanted as it was chosen; with the default choices; fewer, where they do not go together; nothing.</summary>
    private static IEnumerable<Answer> Preferred(List<AcceptedOffer> wanted)
    {
        AcceptedOffer[] plain =
        [
            .. wanted.Select(offer => new AcceptedOffer(offer.Offer, null, Empty<string>.Entries)),
        ];
        return wanted.Count == 0
            ? [new Answer.Decline()]
            :
            [
                new Answer.Accept(wanted),
                .. Enumerable.Range(0, plain.Length).Select(fewer => new Answer.Accept(plain[..^fewer])),
                new Answer.Decline(),
            ];
    }

    private List<AcceptedOffer> Wanted(Walk walk, State state, IReadOnlyList<OfferQuote> quotes, ref SplitMix dice)
    {
        var (min, max) = (Math.Min(state.PickMin, quotes.Count), Math.Min(state.PickMax, quotes.Count));
        var open = quotes.Select(quote => (Quote: quote, Rate: RateOf(state, quote, walk.Basket.Total))).ToList();
        var wanted = new List<AcceptedOffer>();
        if (max > 1)
        {
            // Several may be taken, each for itself.
            foreach (var one in open.ToArray())
            {
                if (wanted.Count < max && dice.Chance(one.Rate))
                {
                    open.Remove(one);
                    wanted.Add(Chosen(one.Quote, ref dice));
                }
            }
        }
        else if (max == 1 && min == 0 && OneOf(open, TakeRate.PerMillion, ref dice) is { } only)
        {
            wanted.Add(Chosen(open[only].Quote, ref dice));
        }

        // Something must be taken: then one of them is, as likely as it would be beside the others.
        while (wanted.Count < min)
        {
            var next = OneOf(open, 0, ref dice) ?? dice.Below(open.Count);
            wanted.Add(Chosen(open[next].Quote, ref dice));
            open.RemoveAt(next);
        }

        return wanted;
    }

    /// <summary>The index of one by its rate; null for none of them, which the rates below the bound leave room for.</summary>
    private static int? OneOf(List<(OfferQuote, int Rate)> open, int bound, ref SplitMix dice)
    {
        var drawn = dice.Below(Math.Max(bound, open.Sum(one => one.Rate)));
        for (var i = 0; i < open.Count; i++)
        {
            drawn -= open[i].Rate;
            if (drawn < 0)
            {
                return i;
            }
        }

        return null;
    }

    private int RateOf(State state, OfferQuote quote, Money total)
    {
        var delta = quote.Delta ?? quote.Least ?? Money.Zero;
        return rates.Offers.TryGetValue($"{state.Id}/{quote.Offer.Id}", out var rate)
            ? rate.Of(delta)
            : TakeRate.Assumed(delta, total);
    }

    /// <summary>Half of all shoppers leave a choice as it is, and the others choose any other that goes with the defaults.</summary>
    private static AcceptedOffer Chosen(OfferQuote quote, ref SplitMix dice)
    {
        int? quantity = null;
        if (quote.Quantity is { } sold && dice.Chance(Half))
        {
            quantity = sold.Values is { } values
                ? OneOf(
                    [.. values.Where(value => value.Delta is not null).Select(value => value.Quantity)],
                    ref dice,
                    sold.Default
                )
                : Math.Min(sold.Default + sold.Sold.Step * (1 + dice.Below(NextQuantities)), sold.Sold.Most);
        }

        var options = new Dictionary<string, string>();
        foreach (var option in quote.Options)
        {
            if (dice.Chance(Half))
            {
                var choices = option
                    .Choices.Where(choice => choice.Delta is not null)
                    .Select(choice => choice.Choice.Id);
                options.Add(option.Option.Id, OneOf([.. choices], ref dice, option.Default.Id));
            }
        }

        return new(quote.Offer.Id, quantity, options);
    }

    /// <summary>Half of all leave what they need not give, and a form that they need not fill in is declined by half.</summary>
    private Answer[] Filled(State state, ref SplitMix dice)
    {
        var inputs = new Dictionary<string, Value>();
        foreach (var field in state.Fields)
        {
            Value[] values =
            [
                .. _facts.IndexOf(new Fact.Input(field.Id)) is { } fact
                    ? _facts.All[fact].InForm[field].Select(one => one.Value).OfType<Value>()
                    : Candidates.ValuesOf(field, []),
            ];
            values = Array.FindAll(values, value => field.ProblemWith(value) is null);
            if (values.Length > 0 && (field.Required || dice.Chance(Half)))
            {
                inputs[field.Id] = OneOf(values, ref dice, values[0]);
            }
        }

        Answer filled = new Answer.Submit(inputs);
        return state.Fields.All(field => !field.Required) && dice.Chance(Half)
            ? [new Answer.Decline()]
            : [filled, new Answer.Decline()];
    }

    private static T OneOf<T>(T[] values, ref SplitMix dice, T otherwise) =>
        values.Length == 0 ? otherwise : values[dice.Below(values.Length)];
}
