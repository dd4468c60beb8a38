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

    private DiagramState Show(State state) =>
        new(
            state,
            In(state.Definition.Title),
            InWords(state.Definition.When),
            [.. state.Offers.Select(offer => new DiagramOffer(offer, In(offer.Title), InWords(offer.Definition.When)))],
            [.. state.Fields.Select(asked => new DiagramField(asked, In(asked.Definition.Label)))]
        );

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

    private string? InWords(Condition? when) => when is null ? null : ConditionText.Of(when, _funnel.Currency);
}

/// <param name="Title">Its heading.</param>
/// <param name="When">Its condition in words; null where it has none.</param>
/// <param name="Offers">What it offers.</param>
/// <param name="Fields">What it asks, being a form.</param>
internal sealed record DiagramState(
    State State,
    string Title,
    string? When,
    IReadOnlyList<DiagramOffer> Offers,
    IReadOnlyList<DiagramField> Fields
)
{
    /// <summary>All but the title, a line each, for diagrams that are texts.</summary>
    public IEnumerable<string> Lines =>
        [
            InWords(State.Definition.Kind),
            .. When is null ? [] : new[] { $"when {When}" },
            .. Offers.Select(offer => offer.When is null ? $"• {offer.Title}" : $"• {offer.Title} when {offer.When}"),
            .. Fields.Select(asked => $"• {asked.Label}"),
        ];

    private static string InWords(StepKind kind) =>
        kind switch
        {
            StepKind.Choose => "choose",
            StepKind.Upsell => "upsell",
            StepKind.CrossSell => "cross-sell",
            _ => "form",
        };
}

/// <param name="Title">What it is called.</param>
/// <param name="When">Its condition in words; null where it has none.</param>
internal sealed record DiagramOffer(Offer Offer, string Title, string? When);

/// <param name="Label">What is asked.</param>
internal sealed record DiagramField(InputField Field, string Label);

/// <param name="To">Null is the end.</param>
/// <param name="Labels">What leads there, a line each.</param>
internal sealed record DiagramArrow(State From, State? To, IReadOnlyList<string> Labels);
