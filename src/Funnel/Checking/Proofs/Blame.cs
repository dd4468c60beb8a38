using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking.Proofs;

/// <summary>Watches a condition over all walks, to tell which part of it never holds.</summary>
internal sealed class Blame
{
    private readonly Condition _condition;
    private readonly string _pointer;
    private readonly Guard _guard;
    private readonly Blame[] _parts;
    private readonly Currency _currency;
    private bool _held;
    private (Money Least, Money Most)? _amounts;

    /// <param name="pointer">Where the condition is written.</param>
    public Blame(FunnelMachine machine, Condition condition, string pointer)
    {
        _condition = condition;
        _pointer = pointer;
        _guard = machine.Guards.Compile(condition)!;
        _currency = machine.Definition.Currency;
        _parts = condition switch
        {
            Condition.All all => [.. all.Of.Select((part, i) => new Blame(machine, part, $"{pointer}/all/{i}"))],
            Condition.Any any => [.. any.Of.Select((part, i) => new Blame(machine, part, $"{pointer}/any/{i}"))],
            Condition.Not not => [new Blame(machine, not.Of, $"{pointer}/not")],
            _ => [],
        };
    }

    public bool EverHeld => _held;

    public void Look(in Facts facts)
    {
        var holds = _guard.Holds(facts);
        _held |= holds;
        if (_condition is Condition.Leaf leaf && AmountOf(Fact.Parse(leaf.Fact), facts) is { } amount)
        {
            _amounts = _amounts is { } seen
                ? (Money.Min(seen.Least, amount), Money.Max(seen.Most, amount))
                : (amount, amount);
        }

        foreach (var part in _parts)
        {
            part.Look(facts);
        }
    }

    /// <summary>Where the part is written that keeps it from holding, and what was seen there; ask it of one that never held.</summary>
    public (string Pointer, string Seen) Culprit() =>
        _condition switch
        {
            Condition.All when Array.Find(_parts, part => !part._held) is { } never => never.Culprit(),
            Condition.All => (_pointer, "each part of it holds at times, but never all of them together"),
            Condition.Any => _parts[0].Culprit(),
            Condition.Leaf leaf when _amounts is var (least, most) => (
                _pointer,
                $"{leaf.Fact} is {least.ToText(_currency)} to {most.ToText(_currency)} here"
            ),
            Condition.Leaf leaf => (_pointer, $"{leaf.Fact} is never so here"),
            _ => (_pointer, "what it denies is always so"),
        };

    private static Money? AmountOf(Fact fact, in Facts facts) =>
        fact switch
        {
            Fact.OrderAmount { Sum: var sum } => facts.Basket.AmountOf(sum),
            Fact.OfferPrice => facts.OfferPrice,
            _ => null,
        };
}
