namespace Funnel.Definitions;

/// <summary>One thing a shopper may accept, with its effects in the order in which they are applied.</summary>
public sealed record OfferDefinition
{
    /// <summary>Its id within the step.</summary>
    [Id]
    public required string Id { get; init; }

    /// <summary>Its heading. Default: the name of the product it adds or swaps in, or of the choice it sets.</summary>
    public Text? Title { get; init; }

    /// <summary>The value it adds, shown beside the price.</summary>
    public Text? Benefit { get; init; }

    /// <summary>A word that marks it.</summary>
    public Text? Badge { get; init; }

    /// <summary>Address of a picture.</summary>
    public string? Image { get; init; }

    /// <summary>When it is offered.</summary>
    public Condition? When { get; init; }

    /// <summary>A line's product becomes a better one.</summary>
    public SwapDefinition? Swap { get; init; }

    /// <summary>A line's options or quantity change. One, or an array.</summary>
    [AtLeastOne]
    [OneOrMany]
    public IReadOnlyList<SetDefinition> Set { get; init; } = [];

    /// <summary>A line is added. One, or an array.</summary>
    [AtLeastOne]
    [OneOrMany]
    public IReadOnlyList<AddDefinition> Add { get; init; } = [];

    /// <summary>What the added lines cost together here, in place of what they normally cost.</summary>
    public OfferPriceDefinition? Price { get; init; }

    /// <summary>Takes something off nets.</summary>
    public DiscountDefinition? Discount { get; init; }

    /// <summary>Everything times n for a percentage.</summary>
    public MultiplyDefinition? Multiply { get; init; }

    /// <summary>The shipping method it chooses.</summary>
    [Id]
    public string? Ship { get; init; }
}

/// <summary>A line's product becomes a better one; its quantity stays.</summary>
public sealed record SwapDefinition
{
    /// <summary>The line.</summary>
    [Id]
    public required string Line { get; init; }

    /// <summary>The product it becomes.</summary>
    [Id]
    public required string Product { get; init; }
}

/// <summary>Changes options and quantity of a line.</summary>
public sealed record SetDefinition
{
    /// <summary>The line.</summary>
    [Id]
    public required string Line { get; init; }

    /// <summary>Option id to choice id, or <c>choose</c>.</summary>
    public IReadOnlyDictionary<string, ChoiceTerm> Options { get; init; } = Empty<ChoiceTerm>.Entries;

    /// <summary>A quantity, or <c>choose</c>.</summary>
    public QuantityTerm? Quantity { get; init; }
}

/// <summary>Adds a line.</summary>
public sealed record AddDefinition
{
    /// <summary>What is added.</summary>
    [Id]
    public required string Product { get; init; }

    /// <summary>A quantity, or <c>choose</c>. Default: the least one sold.</summary>
    public QuantityTerm? Quantity { get; init; }

    /// <summary>Option id to choice id, or <c>choose</c>. Default: each option's default.</summary>
    public IReadOnlyDictionary<string, ChoiceTerm> Options { get; init; } = Empty<ChoiceTerm>.Entries;

    /// <summary>The line's name. Default: the product's id.</summary>
    [Id]
    public string? As { get; init; }

    /// <summary>The line without which this one cannot be added.</summary>
    [Id]
    public string? For { get; init; }
}

/// <summary>A fixed quantity or, where <see cref="Fixed"/> is null, the shopper's choice.</summary>
public readonly record struct QuantityTerm(int? Fixed);

/// <summary>A fixed choice of an option or, where <see cref="Fixed"/> is null, the shopper's choice.</summary>
public readonly record struct ChoiceTerm(string? Fixed)
{
    /// <summary>The word that leaves a quantity or a choice to the shopper; no choice may be called so.</summary>
    public const string Choose = "choose";
}

/// <summary>The price of an offer's added lines together.</summary>
[ExactlyOneOf(nameof(Flat), nameof(PercentOff), nameof(AmountOff))]
public sealed record OfferPriceDefinition
{
    /// <summary>They cost this.</summary>
    public Money? Flat { get; init; }

    /// <summary>They cost this much less.</summary>
    public Percent? PercentOff { get; init; }

    /// <summary>They cost this much less, at least nothing.</summary>
    public Money? AmountOff { get; init; }
}

/// <summary>Takes something off the nets of lines.</summary>
[ExactlyOneOf(nameof(PercentOff), nameof(AmountOff))]
public sealed record DiscountDefinition
{
    /// <summary>A percentage of their sum.</summary>
    public Percent? PercentOff { get; init; }

    /// <summary>An amount, capped at their sum.</summary>
    public Money? AmountOff { get; init; }

    /// <summary>The lines.</summary>
    public required DiscountTarget On { get; init; }

    /// <summary>What the adjustment is called. Default: the offer's title.</summary>
    public Text? Label { get; init; }
}

/// <summary>The lines that a discount is on.</summary>
public abstract record DiscountTarget
{
    private DiscountTarget() { }

    /// <summary><c>"order"</c>: all lines.</summary>
    public sealed record Order : DiscountTarget;

    /// <summary><c>"added"</c>: what the same offer adds.</summary>
    public sealed record Added : DiscountTarget;

    /// <summary><c>"line:cards"</c>: one line.</summary>
    public sealed record Line(string Name) : DiscountTarget;

    /// <summary><c>"category:cards"</c>: the lines of that category's products.</summary>
    public sealed record Category(string Id) : DiscountTarget;
}

/// <summary>Multiplies the quantity of every multipliable line and charges a percentage once.</summary>
public sealed record MultiplyDefinition
{
    /// <summary>How many times.</summary>
    [Range(2, 1_000)]
    public required int By { get; init; }

    /// <summary>What is charged.</summary>
    public required Percent Percent { get; init; }

    /// <summary>What the percentage is taken of.</summary>
    public MultiplyBase Of { get; init; }
}

/// <summary>What a multiply's percentage is taken of: the sum, over the multiplied lines, of this.</summary>
public enum MultiplyBase
{
    List,
    Net,
}
