namespace Funnel.Definitions;

/// <summary>One step of the walk.</summary>
public sealed record StepDefinition
{
    /// <summary>Its id.</summary>
    [Id(Reserved = Edge.End)]
    public required string Id { get; init; }

    /// <summary>What it is for.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Its heading.</summary>
    public required Text Title { get; init; }

    /// <summary>A sentence under it.</summary>
    public Text? Description { get; init; }

    /// <summary>Where false, the walk passes the step by.</summary>
    public Condition? When { get; init; }

    /// <summary>What each offer must meet as well as its own condition.</summary>
    public Condition? OffersWhen { get; init; }

    /// <summary>How many offers may be accepted.</summary>
    public PickDefinition? Pick { get; init; }

    /// <summary>What is offered. A form has fields instead.</summary>
    [AtLeastOne]
    public IReadOnlyList<OfferDefinition>? Offers { get; init; }

    /// <summary>What a form asks.</summary>
    [AtLeastOne]
    public IReadOnlyList<FieldDefinition>? Fields { get; init; }

    /// <summary>Mix and match: the rungs of a discount on what this step added.</summary>
    public IReadOnlyList<SelectionDiscountDefinition> SelectionDiscounts { get; init; } = [];

    /// <summary>Where the walk goes on; default the next step in the array.</summary>
    public Edge? Next { get; init; }

    /// <summary>Where it goes on when an offer was accepted.</summary>
    public Edge? OnAccept { get; init; }

    /// <summary>Where it goes on when the step was declined.</summary>
    public Edge? OnDecline { get; init; }

    /// <summary>Where it goes on when the step was passed by.</summary>
    public Edge? OnPass { get; init; }
}

/// <summary>What a step is for.</summary>
public enum StepKind
{
    /// <summary>The main product: something must be accepted.</summary>
    Choose,

    /// <summary>A better version of what is in the order.</summary>
    Upsell,

    /// <summary>Something that goes with it.</summary>
    CrossSell,

    /// <summary>Collects inputs.</summary>
    Form,
}

/// <summary>How many offers of a step may be accepted.</summary>
public sealed record PickDefinition
{
    /// <summary>At least this many.</summary>
    [Range(0, 1_000)]
    public int? Min { get; init; }

    /// <summary>At most this many.</summary>
    [Range(1, 1_000)]
    public int? Max { get; init; }
}

/// <summary>One rung of mix and match.</summary>
public sealed record SelectionDiscountDefinition
{
    /// <summary>The number of accepted offers that reaches this rung.</summary>
    [Range(1, 1_000)]
    public required int AtLeast { get; init; }

    /// <summary>What is taken off the nets of the lines that the step added.</summary>
    public required Percent PercentOff { get; init; }
}

/// <summary>Where the walk goes on: the first case whose condition holds; the last has none.</summary>
public sealed record Edge(IReadOnlyList<EdgeCase> Cases)
{
    /// <summary>The target after which nothing comes.</summary>
    public const string End = "end";
}

/// <summary>One case of a branching edge.</summary>
public sealed record EdgeCase
{
    /// <summary>When it is taken.</summary>
    public Condition? When { get; init; }

    /// <summary>A step's id, or <c>end</c>.</summary>
    [Id]
    public required string To { get; init; }
}
