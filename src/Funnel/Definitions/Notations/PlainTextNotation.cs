using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions.Json;

namespace Funnel.Definitions.Notations;

/// <summary>A text of any content that says something.</summary>
internal sealed class PlainTextNotation : TextNotation<string>
{
    public const int MostCharacters = 2_000;

    public static readonly PlainTextNotation Instance = new();

    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\n', '\r', '\t']),
    ]);

    public override string Expected => "a text";

    public override string Fallback => "";

    /// <summary>What is wrong with a text and what to do; null where nothing is.</summary>
    public static string? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "This text is empty. Write one, or leave the property out where it is not needed.";
        }

        if (text.Length > MostCharacters)
        {
            return $"This text has {text.Length} characters. Shorten it to {MostCharacters}.";
        }

        return text.AsSpan().ContainsAny(Controls)
            ? "This text has a control character, which no page can show. Take it out."
            : null;
    }

    protected override bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out string value)
    {
        value = text.Content;
        if (Fault(value) is { } fault)
        {
            context.Report(ProblemCodes.InvalidValue, text, fault);
            return false;
        }

        return true;
    }

    protected override string Format(string value) => value;
}
