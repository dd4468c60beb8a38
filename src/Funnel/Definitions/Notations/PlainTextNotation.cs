using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A text of any content that says something.</summary>
internal sealed class PlainTextNotation : TextNotation<string>
{
    public const int MostCharacters = 2_000;

    // The same as below, in the words of ECMA-262: no control characters, and one that is no space. U+FEFF is one there only.
    private const string Pattern = @"^(?=[\s\S]*[\S\uFEFF])[^\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]*$";

    public static readonly PlainTextNotation Instance = new();

    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl).Except(['\n', '\r', '\t']),
    ]);

    public override string Expected => "a text";

    public override string Fallback => "";

    public override string? SchemaName => "plainText";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = SchemaOf.Text(Pattern, "a text that is not empty");
        schema["maxLength"] = MostCharacters;
        return schema;
    }

    /// <summary>What is wrong with a text and what to do; null where nothing is.</summary>
    public static string? Fault(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "This text is empty. Write one, or leave the property out where it is not needed.";
        }

        if (CharactersOf(text) is > MostCharacters and var characters)
        {
            return $"This text has {characters} characters. Shorten it to {MostCharacters}.";
        }

        return text.AsSpan().ContainsAny(Controls)
            ? "This text has a control character, which no page can show. Take it out."
            : null;
    }

    /// <summary>Unicode code points, as JSON Schema counts.</summary>
    public static int CharactersOf(string text) => text.EnumerateRunes().Count();

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
