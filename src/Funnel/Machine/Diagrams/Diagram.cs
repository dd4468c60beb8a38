using Funnel.Definitions;

namespace Funnel.Machine.Diagrams;

/// <summary>What a diagram of a machine shows, in whichever language it is written.</summary>
internal sealed class Diagram
{
    private readonly FunnelDefinition _funnel;

    public Diagram(FunnelMachine machine)
    {
        _funnel = machine.Definition;
        States = [.. machine.States.Select(Show)];
        Arrows = [.. machine.States.SelectMany(ArrowsFrom)];
    }

    /// <summary>The funnel's name.</summary>
    public string Title => In(_funnel.Name);

    /// <summary>In the file's order; the walk begins at the first.</summary>
    public IReadOnlyList<DiagramState> States { get; }

    /// <summary>At most one from a state to another, whatever number of ways lead there.</summary>
    public IReadOnlyList<DiagramArrow> Arrows { get; }

    private DiagramState Show(State state)
    {
        List<string> lines = [InWords(state.Definition.Kind)];
        if (state.Definition.When is { } when)
        {
            lines.Add($"when {ConditionText.Of(when, _funnel.Currency)}");
        }

        lines.AddRange(state.Offers.Select(offer => $"• {In(offer.Title)}"));
        lines.AddRange(state.Fields.Select(asked => $"• {In(asked.Definition.Label)}"));
        return new(state, In(state.Definition.Title), lines);
    }

    private IEnumerable<DiagramArrow> ArrowsFrom(State state) =>
        from way in state.PermittedTriggers.SelectMany(trigger => WaysOn(state, trigger))
        group way by way.Target into ways
        select new DiagramArrow(
            state,
            ways.Key,
            [.. ways.GroupBy(way => way.Condition, way => way.Trigger).Select(Label)]
        );

    private IEnumerable<(Trigger Trigger, State? Target, string Condition)> WaysOn(State state, Trigger trigger)
    {
        var transitions = state.On(trigger);
        foreach (var transition in transitions)
        {
            var condition =
                transition.When is { } when ? $" when {ConditionText.Of(when, _funnel.Currency)}"
                : transitions.Count > 1 ? " otherwise"
                : "";
            yield return (trigger, transition.Target, condition);
        }
    }

    /// <summary>The triggers that lead somewhere on the same condition: <c>accept / decline when …</c>.</summary>
    private static string Label(IGrouping<string, Trigger> ways) => string.Join(" / ", ways.Select(InWords)) + ways.Key;

    private string In(Text text) => text.In(_funnel.Locales[0]);

    private static string InWords(Trigger trigger) =>
        trigger switch
        {
            Trigger.Accept => "accept",
            Trigger.Decline => "decline",
            _ => "pass",
        };

    private static string InWords(StepKind kind) =>
        kind switch
        {
            StepKind.Choose => "choose",
            StepKind.Upsell => "upsell",
            StepKind.CrossSell => "cross-sell",
            _ => "form",
        };
}

/// <param name="Title">Its heading.</param>
/// <param name="Lines">Its kind, its condition, and what it offers or asks.</param>
internal sealed record DiagramState(State State, string Title, IReadOnlyList<string> Lines);

/// <param name="To">Null is the end.</param>
/// <param name="Labels">What leads there, a line each.</param>
internal sealed record DiagramArrow(State From, State? To, IReadOnlyList<string> Labels);
