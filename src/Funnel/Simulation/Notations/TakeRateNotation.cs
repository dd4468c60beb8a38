using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Simulation.Notations;

/// <summary><c>25</c>, or <c>{ "percent": 40, "per": "10.00", "stay": 70 }</c>, which falls with the delta.</summary>
internal sealed class TakeRateNotation : Notation<TakeRate>
{
    public static readonly TakeRateNotation Instance = new();

    private const int Most = 100;

    public override string Expected =>
        "a percentage such as 25, or { \"percent\": 40, \"per\": \"10.00\", \"stay\": 70 }";

    public override TakeRate Fallback { get; } = new() { Percent = default };

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = RecordNotation<TakeRate>.Instance.Schema(definitions);
        schema["type"] = SchemaOf.Texts(["number", "object"]);
        schema["minimum"] = 0;
        schema["maximum"] = Most;
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out TakeRate value)
    {
        value = null;
        switch (node)
        {
            case Node.Number when PercentNotation.Instance.TryRead(node, context, out var percent):
                value = new() { Percent = percent };
                break;
            case Node.Number:
                return false;
            case Node.Object:
                RecordNotation<TakeRate>.Instance.TryRead(node, context, out value);
                break;
            default:
                context.ReportType(node, Expected);
                return false;
        }

        if (value is null)
        {
            return false;
        }

        Judge(value, node, context);
        return true;
    }

    public override void Write(TakeRate value, Utf8JsonWriter writer, Currency currency) =>
        RecordNotation<TakeRate>.Instance.Write(value, writer, currency);

    private static void Judge(TakeRate value, Node node, ReadContext context)
    {
        if (value.Percent.Value > Most || value.Stay?.Value > Most)
        {
            context.Report(ProblemCodes.InvalidValue, node, $"No more than {Most} of a hundred take it. Write less.");
        }

        if ((value.Per is null) != (value.Stay is null) || value.Per is { IsZero: true })
        {
            context.Report(
                ProblemCodes.InvalidValue,
                node,
                "A rate that falls needs both: \"per\", an amount above zero, and \"stay\". Write both, or none."
            );
        }
    }
}

/// <summary><c>{ "paper/silk": 25 }</c>.</summary>
internal static class OfferRatesNotation
{
    public static readonly MapNotation<TakeRate> Instance = new(
        new KeyNotation.Offers(),
        TakeRateNotation.Instance,
        atLeastOne: false
    );
}
