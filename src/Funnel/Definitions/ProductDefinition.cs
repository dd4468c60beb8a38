namespace Funnel.Definitions;

/// <summary>Something that can be sold.</summary>
public sealed record ProductDefinition
{
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>A sentence about it.</summary>
    public Text? Description { get; init; }

    /// <summary>Address of a picture.</summary>
    public string? Image { get; init; }

    /// <summary>The category that discounts and conditions know it by.</summary>
    [Id]
    public string? Category { get; init; }

    /// <summary>Tags that conditions know it by.</summary>
    [Id]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Its tax category; the tax's default where absent.</summary>
    [Id]
    public string? Tax { get; init; }

    /// <summary>The quantities sold. Default: the keys of a <c>byQuantity</c> price, else 1 to 9999.</summary>
    public QuantitiesDefinition? Quantities { get; init; }

    /// <summary>Its price before options.</summary>
    public required PriceDefinition Price { get; init; }

    /// <summary>Its options, by id.</summary>
    public IReadOnlyDictionary<string, OptionDefinition> Options { get; init; } = Empty<OptionDefinition>.Entries;

    /// <summary>Whether a <c>multiply</c> may touch it.</summary>
    public bool Multipliable { get; init; } = true;

    /// <summary>Whether it is shipped.</summary>
    public bool Shipped { get; init; } = true;

    /// <summary>The inputs that it carries when they are given.</summary>
    [Id]
    public IReadOnlyList<string> Personalised { get; init; } = [];
}

/// <summary>One thing about a product that has several choices.</summary>
public sealed record OptionDefinition
{
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>The choice where none is made.</summary>
    [Id]
    public required string Default { get; init; }

    /// <summary>The choices, by id.</summary>
    [AtLeastOne]
    [Keys(KeyKind.Id, Reserved = ChoiceTerm.Choose)]
    public required IReadOnlyDictionary<string, ChoiceDefinition> Choices { get; init; }
}

/// <summary>One choice of an option.</summary>
public sealed record ChoiceDefinition
{
    /// <summary>Its name for people.</summary>
    public required Text Name { get; init; }

    /// <summary>Its surcharge; none where absent.</summary>
    public PriceDefinition? Price { get; init; }

    /// <summary>The choices of other options with which alone it goes: option id to choice ids.</summary>
    public IReadOnlyDictionary<string, ChoiceIds> Requires { get; init; } = Empty<ChoiceIds>.Entries;
}
