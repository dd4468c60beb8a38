using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Funnel.Checking.Proofs;
using Funnel.Orders;
using Funnel.Server.Orders;

namespace Funnel.Server.Commands;

/// <summary>What commands write with <c>--json</c>: one document, in camelCase. Amounts are exact decimals as texts.</summary>
internal static class CommandJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new ValueConverter(),
            new CountConverter(),
        },
    };

    public static void WriteJson(this Terminal terminal, object document) =>
        terminal.Out.WriteLine(JsonSerializer.Serialize(document, Options));

    /// <summary>A walk, with answers as the API and <c>walk</c> take them.</summary>
    public static object? View(Witness? walk) =>
        walk is null
            ? null
            : new
            {
                At = walk.AsksClock ? walk.Start.At : (DateTimeOffset?)null,
                walk.Start.Country,
                walk.Start.Channel,
                walk.Start.Device,
                walk.Start.Referrer,
                walk.Start.Customer,
                walk.Start.Inputs,
                Answers = walk.Answers.Select(answered => View(answered.Step.Id, answered.Answer)),
            };

    public static object View(string step, Answer answer) =>
        answer switch
        {
            Answer.Accept accept => new { Step = step, Accept = accept.Offers },
            Answer.Submit submit => new { Step = step, submit.Inputs },
            _ => new { Step = step, Decline = true },
        };

    /// <summary>Writes a count as the number it is, however large.</summary>
    private sealed class CountConverter : JsonConverter<BigInteger>
    {
        public override BigInteger Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Counts are written only.");

        public override void Write(Utf8JsonWriter writer, BigInteger value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
