using System.Numerics;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>A state of the census: all beginnings of walks that price and continue alike from here.</summary>
/// <param name="state">The step that they have come to; null is the end.</param>
internal sealed class Node(State? state, Standing standing, int goals)
{
    public State? State { get; } = state;

    /// <summary>One of them, to go on from. Let go once that is done.</summary>
    public Standing? Standing { get; set; } = standing;

    /// <summary>How many beginnings lead here.</summary>
    public BigInteger Beginnings { get; set; }

    /// <summary>How many ways lead from here to the end.</summary>
    public BigInteger Endings { get; set; }

    /// <summary>Per goal, the best that a beginning reaches.</summary>
    public long[] Best { get; } = new long[goals];

    /// <summary>Per goal, the last move of the beginning that reaches it; null at the start.</summary>
    public Arrow?[] By { get; } = new Arrow?[goals];

    /// <summary>Where the moves from here lead, and how many moves are meant by each.</summary>
    public List<(Node To, int Moves)> Next { get; } = [];

    /// <summary>Which offers of the step are shown; null while none is.</summary>
    public bool[]? Shown { get; set; }
}

/// <summary>How a beginning goes on.</summary>
internal sealed record Arrow(Node From, Move Move);

/// <summary>What takes a walk from one state of the census to another.</summary>
internal abstract record Move
{
    private Move() { }

    /// <summary>A condition asks something, and it is so.</summary>
    public sealed record Learn(Fact Fact, FactCase Case) : Move;

    public sealed record PassBy : Move;

    public sealed record Decline(State Step) : Move;

    public sealed record Submit(State Step, IReadOnlyDictionary<string, Value> Inputs) : Move;

    /// <param name="IsLast">Whether the answer is whole with it.</param>
    public sealed record Accept(State Step, Offer Offer, Selection Selection, bool IsLast) : Move;
}

/// <summary>Where one walk stands, possibly in the middle of an answer.</summary>
internal sealed record Standing(Basket Basket, Tally Tally, Known Known)
{
    /// <summary>The offers that have been accepted in this answer so far.</summary>
    public int Picked { get; init; }

    /// <summary>The first offer that can still be accepted in this answer.</summary>
    public int NextOffer { get; init; }

    /// <summary>How many lines there were before this answer.</summary>
    public int LinesBefore { get; init; }

    /// <summary>Which offers were available before this answer.</summary>
    public bool[] Available { get; init; } = [];
}

/// <summary>What is known of the shopper and the moment.</summary>
/// <param name="cases">By fact; negative where nothing asked for it yet.</param>
internal sealed class Known(SplitFacts facts, int[] cases)
{
    private readonly Dictionary<(int Fact, int Case), Known> _with = [];

    public Start Start { get; } = facts.StartOf(cases);

    public int this[int fact] => cases[fact];

    public Known With(int fact, int one)
    {
        if (!_with.TryGetValue((fact, one), out var with))
        {
            var others = (int[])cases.Clone();
            others[fact] = one;
            _with.Add((fact, one), with = new(facts, others));
        }

        return with;
    }
}
