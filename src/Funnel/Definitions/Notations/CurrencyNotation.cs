using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"EUR"</c>.</summary>
internal sealed class CurrencyNotation : TextNotation<Currency>
{
    public static readonly CurrencyNotation Instance = new();

    public override string Expected => "a currency such as \"EUR\"";

    /// <summary>Has the most decimals that a currency has, so that amounts of an unknown one keep theirs.</summary>
    public override Currency Fallback { get; } =
        Currency.TryFind("CLF", out var currency)
            ? currency
            : throw new InvalidOperationException("CLF is a currency.");

    public override string? SchemaName => "currency";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = SchemaOf.Word(Currency.AllCodes);
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    protected override bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out Currency value)
    {
        if (Currency.TryFind(text.Content, out value))
        {
            return true;
        }

        var capitals = text.Content.ToUpperInvariant();
        var meant = Currency.TryFind(capitals, out _) ? $" Did you mean \"{capitals}\"?" : "";
        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(text.Content)} is not a currency. Write a code of ISO 4217 such as \"EUR\".{meant}"
        );
        return false;
    }

    protected override string Format(Currency value) => value.Code;
}
