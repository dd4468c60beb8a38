using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>One thing a shopper may accept, with its effects in the order in which they are applied.</summary>
[Description("Something that can be accepted. It changes the order only once the shopper accepts it.")]
public sealed record OfferDefinition
{
    [Description("Its id within the step.")]
    [Examples("soft-touch")]
    [Id]
    public required string Id { get; init; }

    [Description(
        "Its heading. Without it, the name of the product that it adds or swaps in, or of the choice "
            + "that it sets; other offers need one."
    )]
    [Examples("Soft-touch paper")]
    public Text? Title { get; init; }

    [Description("What it does for the shopper, shown beside the price.")]
    [Examples("Feels like velvet: people keep the card.")]
    public Text? Benefit { get; init; }

    [Description("A word that marks it.")]
    [Examples("New")]
    public Text? Badge { get; init; }

    [Description("The address of a picture. Without it, that of the product.")]
    [Examples("/images/soft-touch.svg")]
    public string? Image { get; init; }

    [Description("The condition on which it is offered.")]
    [Examples("""{ "fact": "order.subtotal", "atLeast": "40.00" }""")]
    public Condition? When { get; init; }

    [Description(
        "A line of the order becomes another product. Its quantity stays, and so does each choice that "
            + "the new product has too."
    )]
    [Examples("""{ "line": "meal", "product": "meal-large" }""")]
    public SwapDefinition? Swap { get; init; }

    [Description("Changes options or quantity of a line of the order. One change, or a list.")]
    [Examples("""{ "line": "cards", "options": { "paper": "silk" } }""")]
    [AtLeastOne]
    [OneOrMany]
    public IReadOnlyList<SetDefinition> Set { get; init; } = [];

    [Description("Adds a line to the order. One line, or a list.")]
    [Examples("""{ "product": "pens", "quantity": 25, "options": { "ink": "blue" }, "for": "cards" }""")]
    [AtLeastOne]
    [OneOrMany]
    public IReadOnlyList<AddDefinition> Add { get; init; } = [];

    [Description(
        "What the added lines cost together here. The normal price and the saving are shown as well, "
            + "both computed."
    )]
    [Examples("""{ "flat": "34.90" }""", """{ "percentOff": 15 }""", """{ "amountOff": "5.00" }""")]
    public OfferPriceDefinition? Price { get; init; }

    [Description("Takes something off lines of the order.")]
    [Examples(
        """{ "percentOff": 20, "on": "category:accessories", "label": "Students" }""",
        """{ "amountOff": "12.95", "on": "added" }"""
    )]
    public DiscountDefinition? Discount { get; init; }

    [Description(
        "Everything several times: multiplies the quantity of each line that may be, and charges a percentage for it."
    )]
    [Examples("""{ "by": 2, "percent": 40, "of": "list" }""")]
    public MultiplyDefinition? Multiply { get; init; }

    [Description("The shipping method that the order gets.")]
    [Examples("express")]
    [Id]
    public string? Ship { get; init; }
}

/// <summary>A line's product becomes a better one; its quantity stays.</summary>
public sealed record SwapDefinition
{
    [Description("The line that is swapped.")]
    [Examples("meal")]
    [Id]
    public required string Line { get; init; }

    [Description("The product that it becomes.")]
    [Examples("meal-large")]
    [Id]
    public required string Product { get; init; }
}

/// <summary>Changes options and quantity of a line.</summary>
public sealed record SetDefinition
{
    [Description("The line that is changed.")]
    [Examples("cards")]
    [Id]
    public required string Line { get; init; }

    [Description("The new choices, by option. \"choose\" asks the shopper.")]
    [Examples("""{ "paper": "silk" }""", """{ "paper": "choose" }""")]
    public IReadOnlyDictionary<string, ChoiceTerm> Options { get; init; } = Empty<ChoiceTerm>.Entries;

    [Description("The new quantity. \"choose\" asks the shopper.")]
    [Examples(500, "choose")]
    public QuantityTerm? Quantity { get; init; }
}

/// <summary>Adds a line.</summary>
public sealed record AddDefinition
{
    [Description("The product that is added.")]
    [Examples("pens")]
    [Id]
    public required string Product { get; init; }

    [Description("How many. \"choose\" asks the shopper. Without it, the least that is sold.")]
    [Examples(25, "choose")]
    public QuantityTerm? Quantity { get; init; }

    [Description("The choices, by option. \"choose\" asks the shopper. Without one, the option's default.")]
    [Examples("""{ "ink": "blue" }""", """{ "ink": "choose" }""")]
    public IReadOnlyDictionary<string, ChoiceTerm> Options { get; init; } = Empty<ChoiceTerm>.Entries;

    [Description(
        "The name of the line, by which others speak of it. Without it, the product's id; where that is "
            + "taken, with -2, -3, … after it."
    )]
    [Examples("pens")]
    [Id]
    public string? As { get; init; }

    [Description("The line that it goes with: without that line it cannot be added.")]
    [Examples("cards")]
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
    [Description("The added lines cost this together.")]
    [Examples("34.90")]
    public Money? Flat { get; init; }

    [Description("The added lines cost so many percent less together.")]
    [Examples(15)]
    public Percent? PercentOff { get; init; }

    [Description("The added lines cost so much less together, though never less than nothing.")]
    [Examples("5.00")]
    public Money? AmountOff { get; init; }
}

/// <summary>Takes something off the nets of lines.</summary>
[ExactlyOneOf(nameof(PercentOff), nameof(AmountOff))]
public sealed record DiscountDefinition
{
    [Description("How many percent are taken off what it is on.")]
    [Examples(20)]
    public Percent? PercentOff { get; init; }

    [Description("How much is taken off what it is on, never more than all of it.")]
    [Examples("12.95")]
    public Money? AmountOff { get; init; }

    [Description("What it is taken off: \"order\" is all lines, \"added\" what this offer adds.")]
    [Examples("order", "added", "line:cards", "category:accessories")]
    public required DiscountTarget On { get; init; }

    [Description("What it is called on the order. Without it, as the offer's title.")]
    [Examples("Students")]
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
    [Description("How many times the quantity.")]
    [Examples(2)]
    [Range(2, 1_000)]
    public required int By { get; init; }

    [Description("What it costs: a percentage of what the multiplied lines come to.")]
    [Examples(40)]
    public required Percent Percent { get; init; }

    [Description("What the percentage is taken of.")]
    public MultiplyBase Of { get; init; }
}

/// <summary>What a multiply's percentage is taken of: the sum, over the multiplied lines, of this.</summary>
public enum MultiplyBase
{
    [Description("The list prices of the lines, before anything was taken off.")]
    List,

    [Description("What is charged for the lines.")]
    Net,
}
