using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Funnel.Server.Api;

/// <summary>A funnel's file within a body, byte for byte: what is wrong with it is for its report to say.</summary>
[JsonConverter(typeof(WrittenDefinitionConverter))]
public sealed record WrittenDefinition(ReadOnlyMemory<byte> Content);

/// <summary>Takes a value as it is written.</summary>
internal sealed class WrittenDefinitionConverter : JsonConverter<WrittenDefinition>
{
    public override WrittenDefinition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var written = JsonDocument.ParseValue(ref reader);
        return new(JsonMarshal.GetRawUtf8Value(written.RootElement).ToArray());
    }

    public override void Write(Utf8JsonWriter writer, WrittenDefinition value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Content.Span);
}
