using System.Text.Json;
using Funnel.Server.Api;

namespace Funnel.Server.Tests.Running;

/// <summary>JSON to the byte as the server writes it.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = AsTheApiWrites();

    public static string Of(OrderView order) => JsonSerializer.Serialize(order, Options);

    public static string Of(ProblemView problem) => JsonSerializer.Serialize(problem, Options);

    private static JsonSerializerOptions AsTheApiWrites()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options, new LimitsOptions().JsonDepth);
        return options;
    }
}
