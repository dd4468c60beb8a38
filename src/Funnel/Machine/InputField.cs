using System.Globalization;
using System.Text.RegularExpressions;
using Funnel.Definitions;
using Funnel.Definitions.Notations;

namespace Funnel.Machine;

/// <summary>An input that is asked, by a form or at the start, and what may be given for it.</summary>
public sealed partial class InputField
{
    private const int MostCharacters = 2_000;

    private readonly TextForm? _pattern;

    internal InputField(string id, InputDefinition definition)
    {
        Id = id;
        Definition = definition;
        _pattern = definition.Pattern is { } pattern ? new TextForm(pattern) : null;
    }

    public string Id { get; }

    public InputDefinition Definition { get; }

    public bool Required { get; internal init; }

    /// <summary>What is wrong with a value and what to do, in a sentence; null where it may be given.</summary>
    public string? ProblemWith(Value value) =>
        (Definition.Type, value) switch
        {
            (FieldType.Number, Value.Number { Content: var number }) => ProblemWithNumber(number),
            (FieldType.Number, _) => "Give a number.",
            (FieldType.Checkbox, Value.Flag { Content: var ticked }) => Required && !ticked
                ? "It has to be ticked."
                : null,
            (FieldType.Checkbox, _) => "Give true or false.",
            (_, not Value.Text) => "Give a text.",
            (FieldType.Choice, Value.Text { Content: var choice }) => Definition.Choices.ContainsKey(choice)
                ? null
                : $"Give one of {string.Join(", ", Definition.Choices.Keys)}.",
            (_, Value.Text { Content: var text }) => ProblemWithText(text),
        };

    private string? ProblemWithNumber(decimal number) =>
        number < Definition.Min ? $"Give at least {Definition.Min.Value.ToString(CultureInfo.InvariantCulture)}."
        : number > Definition.Max ? $"Give at most {Definition.Max.Value.ToString(CultureInfo.InvariantCulture)}."
        : null;

    private string? ProblemWithText(string text) =>
        text.Length > (Definition.MaxLength ?? MostCharacters)
            ? $"Give at most {Definition.MaxLength ?? MostCharacters} characters."
        : text.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'))
            ? "Leave out control characters."
        : Definition.Type switch
        {
            FieldType.Email when !Email().IsMatch(text) => "Give an e-mail address, as in name@example.com.",
            FieldType.Tel when !Telephone().IsMatch(text) => "Give a telephone number, as in +31 20 123 4567.",
            FieldType.Date when !CalendarText.TryDate(text, out _) => "Give a date, as in 2026-12-01.",
            FieldType.Url when !IsWebAddress(text) => "Give an address that begins with https:// or http://.",
            _ => _pattern is null || _pattern.IsMatch(text) ? null : $"Give a text that matches {Definition.Pattern}.",
        };

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex(@"\A[^@\s]{1,64}@[^@\s.]+(?:\.[^@\s.]+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"\A\+?[0-9][0-9 ()./-]{2,30}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Telephone();
}
