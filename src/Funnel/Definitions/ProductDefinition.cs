using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>Something that can be sold.</summary>
[Description("Something that is sold.")]
public sealed record ProductDefinition
{
    [Description("What the shopper knows it by.")]
    [Examples("Stoneware mug")]
    public required Text Name { get; init; }

    [Description("A sentence about it.")]
    public Text? Description { get; init; }

    [Description("The address of a picture.")]
    [Examples("/images/mug.svg")]
    public string? Image { get; init; }

    [Description("One word for what it is: discounts may be on a category, and conditions ask for it.")]
    [Examples("cards")]
    [Id]
    public string? Category { get; init; }

    [Description("Words that conditions can ask for.")]
    [Examples("""["print"]""")]
    [Id]
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Description("Its tax category. Without it, that of the tax's default.")]
    [Examples("reduced")]
    [Id]
    public string? Tax { get; init; }

    [Description(
        "What is sold: a list of quantities in ascending order, or all from \"min\" to \"max\" by \"step\". "
            + "Without it, the keys of a price \"byQuantity\", else 1 to 9999."
    )]
    [Examples("[100, 250, 500]", """{ "min": 5, "max": 500, "step": 5 }""")]
    public QuantitiesDefinition? Quantities { get; init; }

    [Description("What it costs before options: the price of one, or another form of price.")]
    [Examples(
        "8.50",
        """{ "flat": "4.95" }""",
        """{ "byQuantity": { "100": "12.95", "250": "22.95" } }""",
        """{ "tiers": [ { "from": 1, "each": "6.00" }, { "from": 10, "each": "5.40" } ] }""",
        """{ "percent": 8, "of": "line:phone", "atLeast": "29.00" }"""
    )]
    public required PriceDefinition Price { get; init; }

    [Description("What can be chosen about it, by id.")]
    [Examples(
        """{ "paper": { "name": "Paper", "default": "matt", "choices": { "matt": { "name": "300 g matt" } } } }"""
    )]
    public IReadOnlyDictionary<string, OptionDefinition> Options { get; init; } = Empty<OptionDefinition>.Entries;

    [Description("Whether \"multiply\" touches it. A service that is done once says false.")]
    public bool Multipliable { get; init; } = true;

    [Description("Whether it is shipped, so that shipping is charged.")]
    public bool Shipped { get; init; } = true;

    [Description("The inputs that it carries when they are given: the logo on the pen, the words on the card.")]
    [Examples("""["artwork"]""")]
    [Id]
    public IReadOnlyList<string> Personalised { get; init; } = [];
}

/// <summary>One thing about a product that has several choices.</summary>
[Description("One thing about a product that can be chosen.")]
public sealed record OptionDefinition
{
    [Description("What the shopper knows it by.")]
    [Examples("Paper")]
    public required Text Name { get; init; }

    [Description("The choice that holds where none is made: best the plain one, without surcharge.")]
    [Examples("matt")]
    [Id]
    public required string Default { get; init; }

    [Description("What can be chosen, by id.")]
    [Examples("""{ "matt": { "name": "300 g matt" }, "silk": { "name": "350 g silk", "price": "0.05" } }""")]
    [AtLeastOne]
    [Keys(KeyKind.Id, Reserved = ChoiceTerm.Choose)]
    public required IReadOnlyDictionary<string, ChoiceDefinition> Choices { get; init; }
}

/// <summary>One choice of an option.</summary>
[Description("One choice of an option.")]
public sealed record ChoiceDefinition
{
    [Description("What the shopper knows it by.")]
    [Examples("350 g silk")]
    public required Text Name { get; init; }

    [Description("What it costs on top of the product. Without it, nothing.")]
    [Examples(
        "2.50",
        """{ "flat": "4.95" }""",
        """{ "byQuantity": { "100": "2.50", "250": "3.95" } }""",
        """{ "percent": 10, "of": "line" }"""
    )]
    public PriceDefinition? Price { get; init; }

    [Description("The choices of other options with which alone it is sold, by option.")]
    [Examples("""{ "paper": ["silk", "soft-touch"] }""")]
    public IReadOnlyDictionary<string, ChoiceIds> Requires { get; init; } = Empty<ChoiceIds>.Entries;
}
