using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Funnel.Definitions.Notations;

namespace Funnel.Definitions;

/// <summary>
/// Writes a definition in one way however it was written: amounts as texts with the currency's decimals, nothing that the
/// default says as well, short forms where there are some.
/// </summary>
public static class DefinitionWriter
{
    // Texts are for people to read, and nobody puts this file into a page unescaped.
    private static readonly JsonWriterOptions ForPeople = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(FunnelDefinition definition, Utf8JsonWriter writer) =>
        RecordNotation<FunnelDefinition>.Instance.Write(definition, writer, definition.Currency);

    /// <summary>The file's bytes: indented UTF-8, without a byte order mark.</summary>
    public static byte[] Write(FunnelDefinition definition)
    {
        var utf8 = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(utf8, ForPeople))
        {
            Write(definition, writer);
        }

        return utf8.WrittenSpan.ToArray();
    }
}
