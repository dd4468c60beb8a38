using System.Text.Json;
using Funnel.Orders;
using Funnel.Server.Api;
using Funnel.Server.Orders;

namespace Funnel.Server.Commands;

/// <summary>A line that a walk is read from: an answer as the API takes it, or a step to go back to.</summary>
internal sealed record WalkLine : AnswerRequest
{
    private const int LongestLine = 100_000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new ValueConverter() },
    };

    /// <summary>The step that is answered; the one that the walk is at where it is not said.</summary>
    public string? Step { get; init; }

    /// <summary>The step to go back to, whose answer falls away with all later ones.</summary>
    public string? Back { get; init; }

    /// <exception cref="JsonException">It is not such a line.</exception>
    public static WalkLine Read(string json) =>
        json.Length > LongestLine
            ? throw new JsonException($"A line has at most {LongestLine} characters.")
            : JsonSerializer.Deserialize<WalkLine>(json, Options)
                ?? throw new JsonException("A line is an object, as in {\"decline\":true}.");

    /// <summary>Does what it says at the order's start, where a walk's clock stands still.</summary>
    /// <exception cref="JsonException">It says nothing, or more than one thing.</exception>
    public Outcome ApplyTo(Order order)
    {
        var now = order.Walk.Start.At;
        if (this is { Back: { } back, Step: null, Accept: null, Decline: null, Inputs: null })
        {
            return order.Back(back, now);
        }

        if (Back is not null || !TryRead(out var answer, out _))
        {
            throw new JsonException("A line has exactly one of accept, decline: true, inputs, or back.");
        }

        // No step has the name of the end, so there the order says that nothing is asked.
        return order.Answer(Step ?? order.Walk.Current?.Id ?? Definitions.Edge.End, answer, now);
    }
}
