namespace Funnel.Definitions;

/// <summary>What is asked, whether by a form or when an order starts.</summary>
public record InputDefinition
{
    /// <summary>What kind of value it is.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Its name for people.</summary>
    public required Text Label { get; init; }

    /// <summary>A sentence of help.</summary>
    public Text? Help { get; init; }

    /// <summary>The most characters.</summary>
    [Range(1, 10_000)]
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole value must match.</summary>
    [RegularExpression]
    public string? Pattern { get; init; }

    /// <summary>The least number.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest number.</summary>
    public decimal? Max { get; init; }

    /// <summary>The choices of a field of type choice, by id.</summary>
    public IReadOnlyDictionary<string, Text> Choices { get; init; } = Empty<Text>.Entries;
}

/// <summary>A field of a form.</summary>
public sealed record FieldDefinition : InputDefinition
{
    /// <summary>The name of the input it gives.</summary>
    [Id]
    public required string Id { get; init; }

    /// <summary>Whether the form cannot be answered without it.</summary>
    public bool Required { get; init; }
}

/// <summary>What kind of value a field takes.</summary>
public enum FieldType
{
    Text,
    Email,
    Tel,
    Number,
    Date,
    Choice,
    Checkbox,
    Url,
}
