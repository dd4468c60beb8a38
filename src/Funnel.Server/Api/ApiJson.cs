using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Explaining;
using Funnel.Orders;
using Funnel.Server.Orders;

namespace Funnel.Server.Api;

/// <summary>How the API reads and writes JSON: strictly, and in camelCase.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    Converters = [
        typeof(ValueConverter),
        typeof(CamelCaseEnum<OrderStatus>),
        typeof(CamelCaseEnum<OrderAction>),
        typeof(CamelCaseEnum<StepKind>),
        typeof(CamelCaseEnum<StepState>),
        typeof(CamelCaseEnum<FieldType>),
        typeof(CamelCaseEnum<Severity>),
        typeof(CamelCaseEnum<ReasonKind>),
    ]
)]
[JsonSerializable(typeof(OrderView))]
[JsonSerializable(typeof(AnsweredStepView))]
[JsonSerializable(typeof(FunnelView[]))]
[JsonSerializable(typeof(OrderPageView))]
[JsonSerializable(typeof(EventPageView))]
[JsonSerializable(typeof(EventsView))]
[JsonSerializable(typeof(DeadLetterPageView))]
[JsonSerializable(typeof(ReplayedView))]
[JsonSerializable(typeof(ReportView))]
[JsonSerializable(typeof(ExplanationView))]
[JsonSerializable(typeof(DraftsView))]
[JsonSerializable(typeof(VersionView))]
[JsonSerializable(typeof(VersionPageView))]
[JsonSerializable(typeof(ProblemView))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(InputsRequest))]
[JsonSerializable(typeof(CompleteRequest))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(WalkRequest))]
[JsonSerializable(typeof(WalkView))]
[JsonSerializable(typeof(ComparisonView))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Makes the server's own JSON options those of this context.</summary>
    public static void Configure(JsonSerializerOptions options, int mostDepth)
    {
        options.MaxDepth = mostDepth;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Replies are JSON and never part of a page: amounts stay readable, "+ € 8,95".
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in Default.Options.Converters)
        {
            options.Converters.Add(converter);
        }

        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
