using System.Buffers;
using System.Text.Json;
using Funnel.Server.Storage;

namespace Funnel.Server.Events.Webhooks;

/// <summary>An event as endpoints are told it: the same to the byte, however often.</summary>
internal static class WebhookBody
{
    public static ReadOnlyMemory<byte> Of(StoredEvent e)
    {
        var body = new ArrayBufferWriter<byte>(e.Body.Length + 160);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("id", e.Id);
        json.WriteString("type", e.Type);
        json.WriteString("timestamp", e.At);
        json.WritePropertyName("data");
        json.WriteRawValue(e.Body.Span);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }
}
