using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;

namespace Funnel.Tests.Checking.Proofs;

/// <summary>Goes every walk of a funnel one by one, each by really answering, and merges nothing: what a census must come to.</summary>
internal sealed class EveryWalk
{
    private readonly FunnelMachine _machine;
    private readonly SplitFacts _facts;
    private readonly int _mostAnswers;
    private int _answers;

    private EveryWalk(FunnelMachine machine, int mostAnswers)
    {
        _machine = machine;
        _facts = new(machine);
        _mostAnswers = mostAnswers;
    }

    public BigInteger Walks { get; private set; }

    public Money? Smallest { get; private set; }

    public Money? Largest { get; private set; }

    public int LongestRun { get; private set; }

    public bool HasDeadEnd { get; private set; }

    public bool HasEmptyOrder { get; private set; }

    /// <summary>Per offer, on how many walks it is shown.</summary>
    public Dictionary<Offer, BigInteger> Shown { get; } = [];

    public HashSet<Offer> LowersTotal { get; } = [];

    public Dictionary<Offer, (Money Least, Money Most)> Deltas { get; } = [];

    public Dictionary<Offer, (Money Least, Money Most)> Savings { get; } = [];

    /// <summary>Null where it would take more answers than one is ready to give.</summary>
    public static EveryWalk? Of(FunnelMachine machine, int mostAnswers)
    {
        var every = new EveryWalk(machine, mostAnswers);
        return every.TryGo() ? every : null;
    }

    private bool TryGo()
    {
        Walks = Go([], [], _machine.States[0], 0);
        return _answers <= _mostAnswers;
    }

    /// <returns>How many ways lead from here to the end.</returns>
    private BigInteger Go(
        Dictionary<int, FactCase> known,
        List<(string Step, Answer Answer)> answers,
        State? at,
        int run
    )
    {
        if (++_answers > _mostAnswers)
        {
            return 0;
        }

        var asked = at is null ? [] : AskedAt(at);
        if (asked.Where(fact => !known.ContainsKey(fact)).Select(fact => (int?)fact).FirstOrDefault() is { } unknown)
        {
            return _facts
                .All[unknown]
                .AtStart.Aggregate(
                    BigInteger.Zero,
                    (sum, one) => sum + Go(new(known) { [unknown] = one }, answers, at, run)
                );
        }

        var start = _facts.StartOf(
            known.Where(one => one.Value.Value is not null).Select(one => (_facts.All[one.Key].Fact, one.Value.Value!))
        );
        var walk = Walk.Replay(_machine, start, answers.Select(one => (one.Step, one.Answer, start.At)));
        if (at is null)
        {
            Assert.Null(walk.Current);
            var total = walk.Basket.Total;
            Smallest = Smallest is { } least ? Money.Min(least, total) : total;
            Largest = Largest is { } most ? Money.Max(most, total) : total;
            HasEmptyOrder |= walk.Basket.Lines.IsEmpty;
            return 1;
        }

        var facts = walk.FactsAt(start.At);
        if (walk.Current != at)
        {
            return Go(known, answers, at.Next(Trigger.Pass, facts), run);
        }

        var runAfter = at.Definition.Kind is StepKind.Upsell or StepKind.CrossSell ? run + 1 : 0;
        LongestRun = Math.Max(LongestRun, runAfter);
        var available = at.IsForm ? [] : walk.AvailableOffers(at, start.At);
        foreach (var offer in available)
        {
            See(walk, at, offer, start.At);
        }

        var sum = BigInteger.Zero;
        var any = false;
        foreach (var answer in AnswersTo(at, walk, available))
        {
            if (++_answers > _mostAnswers)
            {
                return 0;
            }

            if (
                TryMake(at, answer, out var canonical)
                && walk.TryAnswer(canonical, answer, start.At, out var next, out _)
            )
            {
                any = true;
                var trigger = canonical is Answer.Decline ? Trigger.Decline : Trigger.Accept;
                var to = at.Next(trigger, next.FactsAt(start.At));
                if (canonical is Answer.Accept { Offers.Count: 1 } && next.Basket.Total < walk.Basket.Total)
                {
                    LowersTotal.Add(next.Last!.State.FindOffer(next.Last.Offers[0])!);
                }

                sum += Go(After(canonical, known), [.. answers, (at.Id, canonical)], to, runAfter);
            }
        }

        HasDeadEnd |= !any;
        foreach (var offer in available)
        {
            Shown[offer] = Shown.GetValueOrDefault(offer) + sum;
        }

        return sum;
    }

    /// <summary>That a pattern takes something is taken for granted, so what a form is filled in with is not judged.</summary>
    private static bool TryMake(State state, Answer answer, [NotNullWhen(true)] out Answer? canonical)
    {
        if (answer is Answer.Submit)
        {
            canonical = answer;
            return true;
        }

        return CanonicalAnswer.TryMake(state, answer, out canonical, out _);
    }

    /// <summary>Where a form has taken an input, nothing of the start's is asked any more.</summary>
    private Dictionary<int, FactCase> After(Answer answer, Dictionary<int, FactCase> known)
    {
        var after = new Dictionary<int, FactCase>(known);
        foreach (var name in answer is Answer.Submit { Inputs: var inputs } ? inputs.Keys : [])
        {
            if (_facts.IndexOf(new Fact.Input(name)) is { } fact)
            {
                after.TryAdd(fact, default);
            }
        }

        return after;
    }

    private IEnumerable<int> AskedAt(State state)
    {
        var asked = Asking.Leaves(state.Definition).Select(leaf => _facts.IndexOf(leaf.Fact)).OfType<int>();
        return (state.Index == 0 && _facts.TaxedCountry is { } country ? asked.Prepend(country) : asked).Distinct();
    }

    private void See(Walk walk, State state, Offer offer, DateTimeOffset at)
    {
        if (Quote.Of(walk, at).Offers.Single(quote => quote.Offer == offer).Delta is not { } delta)
        {
            return;
        }

        Deltas[offer] = Deltas.TryGetValue(offer, out var seen)
            ? (Money.Min(seen.Least, delta), Money.Max(seen.Most, delta))
            : (delta, delta);
        if (offer.Definition.Multiply is not { } multiply)
        {
            return;
        }

        var edit = new BasketEdit(walk.Basket);
        Assert.Equal(Obstacle.None, offer.ApplyAlone(edit, default));
        var saving = walk.Basket.Lines.Aggregate(
            walk.Basket.Subtotal - edit.Subtotal,
            (sum, line) => sum + Bought(line, multiply.By)
        );
        Savings[offer] = Savings.TryGetValue(offer, out var saved)
            ? (Money.Min(saved.Least, saving), Money.Max(saved.Most, saving))
            : (saving, saving);
    }

    /// <summary>What the rest of so many times a line costs: the same again, or the difference to the larger quantity.</summary>
    private Money Bought(Line line, int by)
    {
        if (!line.Product.Definition.Multipliable)
        {
            return Money.Zero;
        }

        var again = new Money(line.List.Minor * (by - 1));
        var more = line.Quantity * by;
        if (line.Product.Definition.Price is PriceDefinition.Percentage || !line.Product.Quantities.Sells(more))
        {
            return again;
        }

        var alone = new BasketEdit(new(_machine.TermsFor(null)));
        return Money.Min(again, line.Product.ListOf(more, line.Choices, alone, -1)!.Value - line.List);
    }

    private IEnumerable<Answer> AnswersTo(State state, Walk walk, IReadOnlyList<Offer> available)
    {
        yield return new Answer.Decline();
        if (state.IsForm)
        {
            foreach (var inputs in Inputs(state, 0))
            {
                yield return new Answer.Submit(inputs);
            }
        }

        foreach (var offers in Subsets(available, 0).Where(offers => offers.Length > 0))
        {
            foreach (var accepted in Chosen(walk.Basket, offers, 0))
            {
                yield return new Answer.Accept(accepted);
            }
        }
    }

    private IEnumerable<Dictionary<string, Value>> Inputs(State state, int place)
    {
        if (place == state.Fields.Count)
        {
            return
            [
                [],
            ];
        }

        var field = state.Fields[place];
        var matters =
            _facts.IndexOf(new Fact.Input(field.Id)) is not null
            && _machine
                .States.Where(later => later == state || state.LeadsTo(later))
                .SelectMany(later => Asking.Leaves(later.Definition))
                .Any(leaf => leaf.Fact is Fact.Input { Name: var name } && name == field.Id);
        IEnumerable<Value?> values = matters
            ? _facts.All[_facts.IndexOf(new Fact.Input(field.Id))!.Value].InForm[field].Select(one => one.Value)
            : [Candidates.ValuesOf(field, []).FirstOrDefault()];
        if (matters && !field.Required && field.Definition.Type is not FieldType.Checkbox)
        {
            values = values.Append(null);
        }

        return from rest in Inputs(state, place + 1)
            from value in values
            select value is null ? rest : new Dictionary<string, Value>(rest) { [field.Id] = value };
    }

    private static IEnumerable<Offer[]> Subsets(IReadOnlyList<Offer> offers, int place) =>
        place == offers.Count
            ?
            [
                [],
            ]
            : Subsets(offers, place + 1).SelectMany(rest => new Offer[][] { rest, [offers[place], .. rest] });

    private static IEnumerable<AcceptedOffer[]> Chosen(Basket basket, Offer[] offers, int place)
    {
        if (place == offers.Length)
        {
            return
            [
                [],
            ];
        }

        var offer = offers[place];
        var product = offer.Asks?.ProductIn(basket);
        IEnumerable<Selection> selections = product is null ? [default] : offer.Asks!.EverySelection(product);
        return from selection in selections
            from rest in Chosen(basket, offers, place + 1)
            select (AcceptedOffer[])
                [new(offer.Id, selection.Quantity, selection.Options ?? new Dictionary<string, string>()), .. rest];
    }
}
