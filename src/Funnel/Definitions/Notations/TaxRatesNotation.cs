using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>{ "NL": 21, "DE": 19, "*": 21 }</c>.</summary>
internal sealed class TaxRatesNotation : Notation<TaxRates>
{
    public static readonly TaxRatesNotation Instance = new();

    private static readonly MapNotation<Percent> ByCountry = new(
        new KeyNotation.Country(),
        PercentNotation.Instance,
        atLeastOne: false
    );

    public override string Expected => "an object with a rate per country and one for \"*\"";

    public override TaxRates Fallback { get; } = new(Empty<Percent>.Entries);

    public override string? SchemaName => "taxRates";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = ByCountry.Schema(definitions);
        schema["required"] = SchemaOf.Texts([TaxDefinition.AnyCountry]);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out TaxRates value)
    {
        if (!ByCountry.TryRead(node, context, out var rates))
        {
            value = null;
            return false;
        }

        if (!rates.ContainsKey(TaxDefinition.AnyCountry))
        {
            context.Report(
                ProblemCodes.MissingProperty,
                node,
                $"There is no rate for \"{TaxDefinition.AnyCountry}\". Add the one for every other or unknown country."
            );
        }

        value = new(rates);
        return true;
    }

    public override void Write(TaxRates value, Utf8JsonWriter writer, Currency currency) =>
        ByCountry.Write(value.ByCountry, writer, currency);
}
