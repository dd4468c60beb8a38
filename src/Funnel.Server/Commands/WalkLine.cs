using System.Text.Json;
using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Orders;
using Funnel.Server.Orders;

namespace Funnel.Server.Commands;

/// <summary>A line that <c>walk</c> reads: an answer as the API takes it, or a step to go back to.</summary>
internal sealed record WalkLine
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new ValueConverter() },
        RespectRequiredConstructorParameters = false,
    };

    /// <summary>The step that is answered; the one that the walk is at where it is not said.</summary>
    public string? Step { get; init; }

    public IReadOnlyList<WalkOffer>? Accept { get; init; }

    public bool? Decline { get; init; }

    public IReadOnlyDictionary<string, Value>? Inputs { get; init; }

    /// <summary>The step to go back to, whose answer falls away with all later ones.</summary>
    public string? Back { get; init; }

    /// <summary>The answer, where it is exactly one.</summary>
    [JsonIgnore]
    public Answer? Answer =>
        this switch
        {
            { Accept: { } accept, Decline: null, Inputs: null, Back: null } => new Answer.Accept([
                .. accept.Select(offer => new AcceptedOffer(
                    offer.Offer,
                    offer.Quantity,
                    offer.Options ?? Empty<string>.Entries
                )),
            ]),
            { Accept: null, Decline: true, Inputs: null, Back: null } => new Answer.Decline(),
            { Accept: null, Decline: null, Inputs: { } inputs, Back: null } => new Answer.Submit(inputs),
            _ => null,
        };

    /// <exception cref="JsonException">It is not such a line.</exception>
    public static WalkLine Read(string json)
    {
        var line = JsonSerializer.Deserialize<WalkLine>(json, Options);
        return line is { Back: not null, Step: null, Accept: null, Decline: null, Inputs: null } or { Answer: not null }
            ? line
            : throw new JsonException("A line has exactly one of accept, decline: true, inputs, or back.");
    }
}

/// <summary>An offer that is accepted.</summary>
internal sealed record WalkOffer
{
    public required string Offer { get; init; }

    public int? Quantity { get; init; }

    public IReadOnlyDictionary<string, string>? Options { get; init; }
}
