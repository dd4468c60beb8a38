using System.Text.Json;
using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Events;

namespace Funnel.Server.Orders;

/// <summary>What is kept of an order: its start and its answers with their moments, from which all else follows.</summary>
internal sealed record OrderDocument
{
    /// <summary>SHA-256 of the order's token.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>SHA-256 of the request that started it, where that bore an idempotency key.</summary>
    public byte[]? RequestHash { get; init; }

    /// <summary>Whether the start asked for its language.</summary>
    public bool LocaleAsked { get; init; }

    public DateTimeOffset? AbandonedAt { get; init; }

    public required Start Start { get; init; }

    public required IReadOnlyList<StoredAnswer> Answers { get; init; }
}

/// <summary>One answer of an order. Of the three properties after the moment exactly one is there.</summary>
internal sealed record StoredAnswer
{
    public required string Step { get; init; }

    public required DateTimeOffset At { get; init; }

    public IReadOnlyList<AcceptedOffer>? Accept { get; init; }

    public IReadOnlyDictionary<string, Value>? Inputs { get; init; }

    public bool Decline { get; init; }

    public static StoredAnswer Of(AnsweredStep answered) =>
        new()
        {
            Step = answered.State.Id,
            At = answered.At,
            Accept = (answered.Answer as Answer.Accept)?.Offers,
            Inputs = (answered.Answer as Answer.Submit)?.Inputs,
            Decline = answered.Answer is Answer.Decline,
        };

    public Answer ToAnswer() =>
        Accept is not null ? new Answer.Accept(Accept)
        : Inputs is not null ? new Answer.Submit(Inputs)
        : new Answer.Decline();
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(ValueConverter), typeof(CamelCaseEnum<OrderStatus>)]
)]
[JsonSerializable(typeof(OrderDocument))]
[JsonSerializable(typeof(EventData))]
internal sealed partial class DocumentJson : JsonSerializerContext;

/// <summary>Writes a value as what it is: text, number, boolean, or list of texts.</summary>
internal sealed class ValueConverter : JsonConverter<Value>
{
    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new Value.Text(reader.GetString()!);
            case JsonTokenType.Number:
                return reader.TryGetDecimal(out var number)
                    ? new Value.Number(number)
                    : throw new JsonException("The number is too large.");
            case JsonTokenType.True or JsonTokenType.False:
                return new Value.Flag(reader.GetBoolean());
            case JsonTokenType.StartArray:
                var texts = new List<string>();
                while (reader.Read() && reader.TokenType is JsonTokenType.String)
                {
                    texts.Add(reader.GetString()!);
                }

                return reader.TokenType is JsonTokenType.EndArray
                    ? new Value.List(texts)
                    : throw new JsonException("A list holds texts only.");
            default:
                throw new JsonException("A value is a text, a number, true, false, or a list of texts.");
        }
    }

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case Value.Text text:
                writer.WriteStringValue(text.Content);
                break;
            case Value.Number number:
                writer.WriteNumberValue(number.Content);
                break;
            case Value.Flag flag:
                writer.WriteBooleanValue(flag.Content);
                break;
            case Value.List list:
                writer.WriteStartArray();
                foreach (var text in list.Content)
                {
                    writer.WriteStringValue(text);
                }

                writer.WriteEndArray();
                break;
        }
    }
}
