using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>Goes all ways through a machine at once, step by step, with what price and continue alike taken together.</summary>
internal sealed class Exploration
{
    // What many facts and lines need makes long keys, and conditions can be long: their time counts as well.
    private const int NumbersATrial = 32;
    private const int LeavesATrial = 16;

    private readonly FunnelMachine _machine;
    private readonly SplitFacts _facts;
    private readonly Needs[] _needs;
    private readonly int[][] _asked;
    private readonly int[] _judged;
    private readonly Goals _goals;
    private readonly Sightings _sightings;
    private readonly StateKey _key;
    private readonly Dictionary<long[], Node>[] _arrived;
    private readonly List<Node>[] _waiting;
    private readonly Dictionary<long[], Node>[] _answering;
    private readonly List<Node>[] _halfway;
    private readonly Dictionary<(Offer, Product?), (Selection Selection, int Alike)[]> _selections = [];
    private readonly int _mostStates;
    private readonly int _mostTrials;
    private Node? _root;
    private int _states;
    private int _trials;

    public Exploration(FunnelMachine machine, int mostStates, int mostTrials)
    {
        _machine = machine;
        (_mostStates, _mostTrials) = (mostStates, mostTrials);
        _facts = new(machine);
        _needs = Needs.Of(machine, _facts);
        _goals = new(machine);
        _sightings = new(machine, _goals);
        _key = new(machine);
        _asked = [.. machine.States.Select(AskedAt)];
        _judged = [.. machine.States.Select(state => Asking.Leaves(state.Definition).Count() / LeavesATrial)];
        _arrived = New<Dictionary<long[], Node>>(machine.States.Count + 1, () => new(new StateKeyComparer()));
        _waiting = New<List<Node>>(machine.States.Count, () => []);
        var mostOffers = machine.States.Max(state => state.Offers.Count) + 1;
        _answering = New<Dictionary<long[], Node>>(mostOffers, () => new(new StateKeyComparer()));
        _halfway = New<List<Node>>(mostOffers, () => []);
    }

    public FunnelMachine Machine => _machine;

    /// <summary>How many states there were so far.</summary>
    public int States => _states;

    public SplitFacts Facts => _facts;

    public Goals Goals => _goals;

    public Sightings Sightings => _sightings;

    /// <summary>All states, each after those that lead to it.</summary>
    public List<Node> Visited { get; } = [];

    /// <summary>The ends: with something in the order, and with nothing.</summary>
    public IEnumerable<Node> Ends => _arrived[^1].Values;

    /// <param name="looked">Is told at each how many states there were.</param>
    /// <returns>False where there were more states, or more to try, than the bounds.</returns>
    public bool TryRun(Action<int>? looked = null)
    {
        var known = new Known(_facts, [.. _facts.All.Select(_ => -1)]);
        var basket = new Basket(_machine.TermsFor(null));
        _root = NodeAt(_machine.States[0], new(basket, Tally.Empty, known));
        _root.Beginnings = 1;
        foreach (var state in _machine.InWalkingOrder)
        {
            // Fact by fact, so that nothing more leads to a state once it is gone on from.
            var waiting = _waiting[state.Index];
            foreach (var fact in _asked[state.Index])
            {
                foreach (var node in waiting.Where(node => node.Standing!.Known[fact] < 0).ToList())
                {
                    Learn(node, state, fact);
                    Leave(node);
                    if (IsTooMuch)
                    {
                        return false;
                    }
                }

                waiting.RemoveAll(node => node.Standing is null);
            }

            foreach (var node in waiting)
            {
                Arrive(node, state);
                Leave(node);
                looked?.Invoke(_states);
                if (IsTooMuch)
                {
                    return false;
                }
            }

            for (var offer = 0; offer < _halfway.Length; offer++)
            {
                foreach (var node in _halfway[offer])
                {
                    Accept(node, state);
                    Leave(node);
                    if (IsTooMuch)
                    {
                        return false;
                    }
                }

                _halfway[offer].Clear();
                _answering[offer].Clear();
            }

            _arrived[state.Index].Clear();
            waiting.Clear();
        }

        foreach (var end in Ends)
        {
            end.Endings = 1;
        }

        for (var i = Visited.Count - 1; i >= 0; i--)
        {
            var node = Visited[i];
            foreach (var (next, moves) in node.Next)
            {
                node.Endings += moves * next.Endings;
            }
        }

        return true;
    }

    /// <summary>Whether a bound is passed.</summary>
    public bool IsTooMuch => _facts.AreTooMany || _states > _mostStates || _trials > _mostTrials;

    private static T[] New<T>(int length, Func<T> create) => [.. Enumerable.Range(0, length).Select(_ => create())];

    /// <summary>The facts that must be known before a step is judged.</summary>
    private int[] AskedAt(State state)
    {
        var asked = Asking.Leaves(state.Definition).Select(leaf => _facts.IndexOf(leaf.Fact)).OfType<int>();
        if (state.Index == 0 && _facts.TaxedCountry is { } country)
        {
            asked = asked.Prepend(country);
        }

        return [.. asked.Distinct()];
    }

    private void Arrive(Node node, State state)
    {
        var standing = node.Standing!;
        var facts = FactsOf(standing);
        _trials += _judged[state.Index];
        var wanted = state.IsWanted(facts);
        _sightings.Arrived(state, facts);
        if (wanted && state.IsForm)
        {
            node.Shown = [];
            _sightings.Shown(node, state, standing.Basket);
            Submit(node, state);
            return;
        }

        var available = new bool[state.Offers.Count];
        var shows = false;
        for (var i = 0; i < available.Length && wanted; i++)
        {
            var obstacle = state.Offers[i].Judge(facts);
            _trials++;
            available[i] = obstacle is Obstacle.None;
            shows |= available[i];
            _sightings.Judged(state.Offers[i], obstacle, facts);
        }

        if (!shows)
        {
            _sightings.Leaves(state, Trigger.Pass, facts);
            Go(node, new Move.PassBy(), state.Next(Trigger.Pass, facts), standing, RunOf.Same);
            return;
        }

        node.Shown = available;
        _sightings.Shown(node, state, standing.Basket);
        node.Standing = standing = standing with { Available = available, LinesBefore = standing.Basket.Lines.Length };
        if (state.PickMin == 0)
        {
            var declined = standing with { Tally = standing.Tally with { Declined = standing.Tally.Declined + 1 } };
            GoOn(node, new Move.Decline(state), state, Trigger.Decline, declined);
        }

        Accept(node, state);
    }

    private void Leave(Node node)
    {
        node.Standing = null;
        Visited.Add(node);
    }

    private void Learn(Node node, State state, int fact)
    {
        var standing = node.Standing!;
        foreach (var one in _facts.All[fact].AtStart)
        {
            var known = standing.Known.With(fact, one.Index);
            // The country decides the rates. Where they are on top of prices it is asked for before all else.
            var basket = node == _root ? new(_machine.TermsFor(known.Start.Country)) : standing.Basket;
            Go(
                node,
                new Move.Learn(_facts.All[fact].Fact, one),
                state,
                standing with
                {
                    Known = known,
                    Basket = basket,
                },
                RunOf.Same
            );
        }
    }

    private void Submit(Node node, State state)
    {
        var standing = node.Standing!;
        if (state.Fields.All(field => !field.Required))
        {
            GoOn(node, new Move.Decline(state), state, Trigger.Decline, standing);
        }

        Fill(0, standing.Known, []);

        void Fill(int field, Known known, Dictionary<string, Value> inputs)
        {
            if (IsTooMuch)
            {
                return;
            }

            if (field == state.Fields.Count)
            {
                _trials += 2 * (1 + inputs.Count);
                GoOn(
                    node,
                    new Move.Submit(state, new Dictionary<string, Value>(inputs)),
                    state,
                    Trigger.Accept,
                    standing with
                    {
                        Known = known,
                    }
                );
                return;
            }

            var asked = state.Fields[field];
            var fact = new Fact.Input(asked.Id);
            if (_facts.IndexOf(fact) is { } index && _needs[state.Index].Facts.Contains(index))
            {
                foreach (var one in _facts.All[index].InForm[asked])
                {
                    inputs[asked.Id] = one.Value!;
                    Fill(field + 1, known.With(index, one.Index), inputs);
                }

                inputs.Remove(asked.Id);
                if (!asked.Required && asked.Definition.Type is not FieldType.Checkbox)
                {
                    Fill(field + 1, known, inputs);
                }

                return;
            }

            if (asked.Required && Candidates.ValuesOf(asked, []).FirstOrDefault() is { } any)
            {
                inputs[asked.Id] = any;
            }

            Fill(field + 1, known, inputs);
            inputs.Remove(asked.Id);
        }
    }

    /// <summary>Accepts one more offer of the step, in every way; the answer is whole with it, or goes on.</summary>
    private void Accept(Node node, State state)
    {
        var standing = node.Standing!;
        var available = standing.Available;
        var least = Math.Min(state.PickMin, available.Count(one => one));
        for (var i = standing.NextOffer; i < available.Length; i++)
        {
            if (!available[i])
            {
                continue;
            }

            var offer = state.Offers[i];
            foreach (var (selection, alike) in SelectionsOf(offer, standing.Basket))
            {
                if (IsTooMuch)
                {
                    return;
                }

                var edit = new BasketEdit(standing.Basket);
                _trials++;
                if (offer.Apply(edit, selection) is not Obstacle.None)
                {
                    continue;
                }

                var accepted = standing with
                {
                    Basket = edit.ToBasket(),
                    Tally = standing.Tally.Accept([offer]),
                    Picked = standing.Picked + 1,
                    NextOffer = i + 1,
                };
                if (accepted.Picked >= least)
                {
                    var last = new Move.Accept(state, offer, selection, IsLast: true);
                    var whole = accepted with { Basket = Discounted(state, accepted) };
                    _sightings.Accepted(node, offer, whole);
                    GoOn(node, last, state, Trigger.Accept, whole, alike);
                }

                if (accepted.Picked < state.PickMax && Array.IndexOf(available, true, i + 1) >= 0)
                {
                    var next = NodeIn(
                        _answering[i + 1],
                        _halfway[i + 1],
                        state,
                        _key.Of(state, _needs[state.Index], accepted),
                        accepted
                    );
                    Reach(
                        node,
                        new Move.Accept(state, offer, selection, IsLast: false),
                        next,
                        accepted,
                        RunOf.Same,
                        alike
                    );
                }
            }
        }
    }

    private static Basket Discounted(State state, Standing accepted)
    {
        if (state.Definition.SelectionDiscounts.Count == 0)
        {
            return accepted.Basket;
        }

        var edit = new BasketEdit(accepted.Basket);
        state.DiscountSelection(edit, accepted.Picked, accepted.LinesBefore);
        return edit.ToBasket();
    }

    /// <summary>Every way to choose, with how many ways differ from it only in what does not matter.</summary>
    private (Selection Selection, int Alike)[] SelectionsOf(Offer offer, Basket basket)
    {
        var product = offer.Asks?.ProductIn(basket);
        if (!_selections.TryGetValue((offer, product), out var selections))
        {
            selections =
                product is null ? [(default, 1)]
                : offer.Asks!.CountSelections(product) > _mostTrials / 10 ? TooMany()
                :
                [
                    .. offer
                        .Asks.EverySelection(product)
                        .GroupBy(WhatMatters)
                        .Select(alike => (alike.First(), alike.Count())),
                ];
            _selections.Add((offer, product), selections);
        }

        return selections;
    }

    private (Selection, int)[] TooMany()
    {
        _trials = _mostTrials + 1;
        return [];
    }

    private string WhatMatters(Selection selection) =>
        string.Join(
            ' ',
            selection
                .Options!.Where(option => !_needs[0].InertOptions.Contains(option.Key))
                .Select(option => option.Value)
                .Append($"{selection.Quantity}")
        );

    /// <summary>The answer is whole: the walk leaves the step.</summary>
    private void GoOn(Node node, Move move, State state, Trigger trigger, Standing standing, int alike = 1)
    {
        var next = new Standing(standing.Basket, standing.Tally, standing.Known);
        var facts = FactsOf(next);
        _sightings.Leaves(state, trigger, facts);
        Go(
            node,
            move,
            state.Next(trigger, facts),
            next,
            state.Definition.Kind is StepKind.Upsell or StepKind.CrossSell ? RunOf.OneMore : RunOf.None,
            alike
        );
    }

    private void Go(Node from, Move move, State? target, Standing standing, RunOf run, int alike = 1) =>
        Reach(from, move, NodeAt(target, standing), standing, run, alike);

    private void Reach(Node from, Move move, Node to, Standing standing, RunOf run, int alike)
    {
        to.Beginnings += alike * from.Beginnings;
        from.Next.Add((to, alike));
        _goals.Reach(from, move, to, standing.Basket, run);
    }

    private Node NodeAt(State? state, Standing standing)
    {
        var index = state?.Index ?? _machine.States.Count;
        var key = _key.Of(state, state is null ? null : _needs[index], standing);
        return NodeIn(_arrived[index], state is null ? null : _waiting[index], state, key, standing);
    }

    private Node NodeIn(
        Dictionary<long[], Node> known,
        List<Node>? waiting,
        State? state,
        ReadOnlySpan<long> key,
        Standing standing
    )
    {
        _trials += key.Length / NumbersATrial;
        var nodes = known.GetAlternateLookup<ReadOnlySpan<long>>();
        if (!nodes.TryGetValue(key, out var node))
        {
            _states++;
            node = new(state, standing, _goals.Count);
            nodes[key] = node;
            waiting?.Add(node);
        }

        return node;
    }

    private Facts FactsOf(Standing standing) =>
        _machine.FactsOf(standing.Known.Start, standing.Basket, standing.Tally, standing.Known.Start.At);
}
