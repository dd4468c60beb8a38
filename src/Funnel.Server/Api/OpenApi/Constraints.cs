using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Funnel.Server.Events;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>What holds of a property's values beyond their type.</summary>
internal static class Constraints
{
    private const string Currency = "^[A-Z]{3}$";
    private const string Signed = @"^-?[0-9]+(\.[0-9]+)?$";
    private const string Unsigned = @"^[0-9]+(\.[0-9]+)?$";

    public static void Describe(OpenApiSchema schema, JsonPropertyInfo property)
    {
        switch (property.DeclaringType.Name, property.Name)
        {
            case (nameof(MoneyView), "amount"):
                schema.Pattern = Signed;
                break;
            case (nameof(CompleteRequest), "total"):
                schema.Pattern = Unsigned;
                schema.MaxLength = MoneyText.LongestAmount;
                break;
            case (nameof(OrderView) or nameof(FunnelView), "currency"):
                schema.Pattern = Currency;
                break;
            case (nameof(StartRequest), "country"):
                schema.Pattern = "^[A-Za-z]{2}$";
                break;
            case (nameof(StartRequest), "locale" or "channel" or "device" or "referrer"):
                schema.MaxLength = StartReader.LongestText;
                break;
            case (nameof(StartRequest), "customer"):
                schema.MaxProperties = StartReader.MostFacts;
                break;
            case (nameof(WalkRequest), "actions"):
                schema.MaxItems = WalkApi.MostActions;
                break;
            case (nameof(EventView), "type"):
                schema.Enum = [.. EventTypes.All.Select(type => JsonValue.Create(type))];
                break;
            case (nameof(EventData) or nameof(EventLine), "total" or "net"):
                schema.Pattern = Unsigned;
                break;
            case (nameof(EventData), "currency"):
            case (nameof(OrderSummaryView) or nameof(ComparedVersionView), "currency"):
                schema.Pattern = Currency;
                break;
            case (nameof(DraftView) or nameof(VersionView), "hash"):
                schema.Pattern = "^[0-9a-f]{64}$";
                break;
            case (nameof(VersionView), "version" or "restored"):
            case (nameof(VersionPageView), "next"):
            case (nameof(ReportedProblemView), "line" or "column"):
            case (nameof(EventData), "revision" or "funnelVersion"):
            case (nameof(EventLine), "quantity"):
            case (nameof(OrderSummaryView), "revision"):
            case (nameof(DeadLetterView), "newest" or "attempts"):
            case (nameof(OrderView), "revision"):
            case (nameof(FunnelView) or nameof(FunnelReference), "version"):
            case (nameof(AcceptRequest), "quantity"):
            case (nameof(LineView), "quantity"):
            case (nameof(QuantityView), "default" or "min" or "max" or "step"):
            case (nameof(QuantityValueView), "value"):
            case (nameof(PriceChangeView.InQuantity), "quantity"):
                schema.Minimum = "1";
                break;
            case (nameof(PickView), _):
            case (nameof(DeadLetterView), "told"):
            case (nameof(ReplayedView), "replayed"):
            case (nameof(ProblemView), "action"):
            case (nameof(ProgressView), "answered" or "atMost"):
                schema.Minimum = "0";
                break;
            case (_, "image"):
                schema.Format = "uri-reference";
                break;
            case (nameof(ProblemView), "type"):
                schema.Format = "uri";
                break;
            case (_, "pointer"):
                schema.Format = "json-pointer";
                break;
        }
    }

    /// <summary>An answer says exactly one thing; one to try out also names its step.</summary>
    public static void Describe(IDictionary<string, IOpenApiSchema> schemas)
    {
        Count((OpenApiSchema)schemas[nameof(AnswerRequest)], 1);
        Count((OpenApiSchema)schemas[nameof(PreviewRequest)], 2);
    }

    private static void Count(OpenApiSchema schema, int properties) =>
        (schema.MinProperties, schema.MaxProperties) = (properties, properties);
}
