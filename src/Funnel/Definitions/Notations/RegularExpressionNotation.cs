using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A regular expression whose matching takes time linear in its input, whoever wrote either.</summary>
internal sealed class RegularExpressionNotation : TextNotation<string>
{
    public const int MostCharacters = 500;

    public static readonly RegularExpressionNotation Instance = new();

    public override string Expected => "a regular expression";

    public override string Fallback => "";

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "string",
            ["minLength"] = 1,
            ["maxLength"] = MostCharacters,
            ["errorMessage"] = SchemaOf.Message(Expected),
        };

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

    private static string? Fault(string pattern)
    {
        var characters = PlainTextNotation.CharactersOf(pattern);
        if (characters is 0 or > MostCharacters)
        {
            return $"A pattern has 1 to {MostCharacters} characters, this one {characters}.";
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            // A comment, say, that is open to its end would swallow what makes it match the whole value.
            _ = new TextForm(pattern);
            return null;
        }
        catch (RegexParseException malformed)
        {
            return $"{Quoted.Value(pattern)} is not a regular expression: {Words(malformed.Error)} at character {malformed.Offset}.";
        }
        catch (NotSupportedException)
        {
            return $"{Quoted.Value(pattern)} looks around, refers back or repeats too often, which could take for ever. "
                + "Write it without.";
        }
    }

    /// <summary><c>InsufficientClosingParentheses</c> as words.</summary>
    private static string Words(RegexParseError error) =>
        string.Concat(
                error
                    .ToString()
                    .Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")
            )
            .Trim();
}
