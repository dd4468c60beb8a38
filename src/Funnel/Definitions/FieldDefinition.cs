using System.ComponentModel;

namespace Funnel.Definitions;

/// <summary>What is asked, whether by a form or when an order starts.</summary>
[Description("Something that may be handed over when an order starts.")]
public record InputDefinition
{
    [Description("What kind of value it takes.")]
    public required FieldType Type { get; init; }

    [Description("What the shopper is asked for.")]
    [Examples("Your name")]
    public required Text Label { get; init; }

    [Description("A sentence of help.")]
    [Examples("As it should stand on the card.")]
    public Text? Help { get; init; }

    [Description("The most characters that can be typed.")]
    [Examples(80)]
    [Range(1, 10_000)]
    public int? MaxLength { get; init; }

    [Description("A regular expression that the whole of what is typed must match.")]
    [Examples("NL[0-9]{9}")]
    [RegularExpression]
    public string? Pattern { get; init; }

    [Description("The least number.")]
    [Examples(1)]
    public decimal? Min { get; init; }

    [Description("The greatest number.")]
    [Examples(10)]
    public decimal? Max { get; init; }

    [Description("What can be chosen, by id, where the type is \"choice\".")]
    [Examples("""{ "works": "It works", "broken": "It does not" }""")]
    public IReadOnlyDictionary<string, Text> Choices { get; init; } = Empty<Text>.Entries;
}

/// <summary>A field of a form.</summary>
[Description("Something that a form asks. It starts empty, and a checkbox unticked.")]
public sealed record FieldDefinition : InputDefinition
{
    [Description("The name of the input: conditions know it as input.<id>.")]
    [Examples("company")]
    [Id]
    public required string Id { get; init; }

    [Description("Whether it must be filled in. A form with such a field cannot be skipped.")]
    public bool Required { get; init; }
}

/// <summary>What kind of value a field takes.</summary>
public enum FieldType
{
    [Description("Any text.")]
    Text,

    [Description("An e-mail address.")]
    Email,

    [Description("A telephone number.")]
    Tel,

    [Description("A number, between \"min\" and \"max\" if they are given.")]
    Number,

    [Description("A date such as 2026-12-01.")]
    Date,

    [Description("One of \"choices\".")]
    Choice,

    [Description("Yes or no; unticked at first.")]
    Checkbox,

    [Description("A web address.")]
    Url,
}
