using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>One step of the walk.</summary>
[Description("One screen of the walk.")]
public sealed record StepDefinition
{
    [Description("The step's id: other steps lead to it, answers are given to it.")]
    [Examples("paper")]
    [Id(Reserved = Edge.End)]
    public required string Id { get; init; }

    [Description("What the step is for.")]
    public required StepKind Kind { get; init; }

    [Description("The heading that the shopper reads.")]
    [Examples("A better paper?")]
    public required Text Title { get; init; }

    [Description("A sentence under the heading.")]
    public Text? Description { get; init; }

    [Description("The condition of the step. Where it does not hold, the walk passes the step by.")]
    [Examples(
        """{ "fact": "order.subtotal", "atLeast": "40.00" }""",
        """{ "all": [ { "fact": "line.cards.option.paper", "is": "silk" }, { "not": { "fact": "order.products", "contains": "box" } } ] }"""
    )]
    public Condition? When { get; init; }

    [Description("A condition that each offer of the step must meet as well as its own.")]
    [Examples("""{ "fact": "offer.share", "atMost": 25 }""")]
    public Condition? OffersWhen { get; init; }

    [Description(
        "How many offers are accepted. Without it, 1 for \"choose\", at most 1 for \"upsell\", any number "
            + "for \"crossSell\"."
    )]
    [Examples("""{ "min": 0, "max": 2 }""")]
    public PickDefinition? Pick { get; init; }

    [Description("What can be accepted. A form has \"fields\" instead.")]
    [AtLeastOne]
    public IReadOnlyList<OfferDefinition>? Offers { get; init; }

    [Description("What a form asks.")]
    [Examples("""[ { "id": "company", "type": "text", "label": "Company" } ]""")]
    [AtLeastOne]
    public IReadOnlyList<FieldDefinition>? Fields { get; init; }

    [Description("Mix and match: the more offers are accepted, the more is taken off what this step adds.")]
    [Examples("""[ { "atLeast": 2, "percentOff": 5 }, { "atLeast": 3, "percentOff": 10 } ]""")]
    public IReadOnlyList<SelectionDiscountDefinition> SelectionDiscounts { get; init; } = [];

    [Description(
        "Where the walk goes: a step's id, \"end\", or cases of which the first that holds is taken. "
            + "Without it, to the next step in the file, and after the last to the end."
    )]
    [Examples("end", """[ { "when": { "fact": "input.gift", "is": true }, "to": "wrap" }, { "to": "end" } ]""")]
    public Edge? Next { get; init; }

    [Description("Where the walk goes when an offer was accepted. Wins over \"next\".")]
    [Examples("end")]
    public Edge? OnAccept { get; init; }

    [Description("Where the walk goes when the shopper said no: to a smaller offer, say. Wins over \"next\".")]
    [Examples("end")]
    public Edge? OnDecline { get; init; }

    [Description("Where the walk goes when the step was passed by. Wins over \"next\".")]
    [Examples("end")]
    public Edge? OnPass { get; init; }
}

/// <summary>What a step is for.</summary>
public enum StepKind
{
    [Description("The main product: something must be accepted.")]
    Choose,

    [Description("A better version of what is in the order.")]
    Upsell,

    [Description("Something that goes with what is in the order.")]
    CrossSell,

    [Description("Asks something; it has \"fields\" in place of \"offers\".")]
    Form,
}

/// <summary>How many offers of a step may be accepted.</summary>
public sealed record PickDefinition
{
    [Description("The least number of offers.")]
    [Range(0, 1_000)]
    public int? Min { get; init; }

    [Description("The greatest number of offers.")]
    [Range(1, 1_000)]
    public int? Max { get; init; }
}

/// <summary>One rung of mix and match.</summary>
[Description("One rung of mix and match.")]
public sealed record SelectionDiscountDefinition
{
    [Description("How many accepted offers it takes.")]
    [Examples(2)]
    [Range(1, 1_000)]
    public required int AtLeast { get; init; }

    [Description(
        "How many percent are taken off the lines that the step added. The highest rung reached counts " + "alone."
    )]
    [Examples(10)]
    public required Percent PercentOff { get; init; }
}

/// <summary>Where the walk goes on: the first case whose condition holds; the last has none.</summary>
public sealed record Edge(IReadOnlyList<EdgeCase> Cases)
{
    /// <summary>The target after which nothing comes.</summary>
    public const string End = "end";
}

/// <summary>One case of a branching edge.</summary>
[Description("One of several ways on.")]
public sealed record EdgeCase
{
    [Description("The condition of this way. The last case has none.")]
    [Examples("""{ "fact": "order.subtotal", "atLeast": "40.00" }""")]
    public Condition? When { get; init; }

    [Description("A step's id, or \"end\".")]
    [Examples("end")]
    [Id]
    public required string To { get; init; }
}
