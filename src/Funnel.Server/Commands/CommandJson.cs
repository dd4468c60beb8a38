using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Funnel.Server.Orders;

namespace Funnel.Server.Commands;

/// <summary>What commands write with <c>--json</c>: one document, in camelCase. Where the API has a view of something, it is that.</summary>
internal static class CommandJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ValueConverter() },
    };

    public static void WriteJson(this Terminal terminal, object document) =>
        terminal.Out.WriteLine(JsonSerializer.Serialize(document, Options));
}
