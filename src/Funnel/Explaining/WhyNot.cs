using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Machine.Diagrams;

namespace Funnel.Explaining;

/// <summary>Finds the leaves that keep a condition from holding.</summary>
internal sealed class WhyNot(FunnelMachine machine)
{
    /// <param name="pointer">Where the condition is written.</param>
    /// <returns>Of <c>all</c> the first part that does not hold, of <c>any</c> every one; none where it holds.</returns>
    public IEnumerable<Blocked> Of(Condition condition, string pointer, in Facts facts) =>
        Of(condition, pointer, wanted: true, facts);

    private List<Blocked> Of(Condition condition, string pointer, bool wanted, in Facts facts)
    {
        if (machine.Guards.Compile(condition)!.Holds(facts) == wanted)
        {
            return [];
        }

        switch (condition)
        {
            // What must not hold, and does: of "any" each part that holds, of "all" every part.
            case Condition.All all when wanted:
                return FirstOf(all.Of, $"{pointer}/all", facts);
            case Condition.All all:
                return EveryOf(all.Of, $"{pointer}/all", wanted, facts);
            case Condition.Any any:
                return EveryOf(any.Of, $"{pointer}/any", wanted, facts);
            case Condition.Not not:
                return Of(not.Of, $"{pointer}/not", !wanted, facts);
            default:
                var leaf = (Condition.Leaf)condition;
                var asked = wanted ? condition : new Condition.Not(condition);
                return
                [
                    new(
                        pointer,
                        ConditionText.Of(asked, machine.Definition.Currency),
                        FactText.Of(Fact.Parse(leaf.Fact), facts, machine.Definition.Currency)
                    ),
                ];
        }
    }

    private List<Blocked> FirstOf(IReadOnlyList<Condition> parts, string pointer, in Facts facts)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var blocked = Of(parts[i], $"{pointer}/{i}", wanted: true, facts);
            if (blocked.Count > 0)
            {
                return blocked;
            }
        }

        return [];
    }

    private List<Blocked> EveryOf(IReadOnlyList<Condition> parts, string pointer, bool wanted, in Facts facts)
    {
        var blocked = new List<Blocked>();
        for (var i = 0; i < parts.Count; i++)
        {
            blocked.AddRange(Of(parts[i], $"{pointer}/{i}", wanted, facts));
        }

        return blocked;
    }
}
