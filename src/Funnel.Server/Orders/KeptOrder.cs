using System.Text.Json;
using Funnel.Orders;
using Funnel.Server.Events;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;

namespace Funnel.Server.Orders;

/// <summary>An order as the store has it at one revision, folded. Immutable.</summary>
internal sealed record KeptOrder
{
    public required string Id { get; init; }

    /// <summary>1 at its start, one more with every change.</summary>
    public required long Revision { get; init; }

    public required PublishedFunnel Funnel { get; init; }

    public required byte[] TokenHash { get; init; }

    public byte[]? RequestHash { get; init; }

    /// <summary>Whether the start asked for its language; otherwise each request may.</summary>
    public required bool LocaleAsked { get; init; }

    public required Order Order { get; init; }

    public static KeptOrder Read(StoredOrder stored, PublishedFunnel funnel)
    {
        var document = JsonSerializer.Deserialize(stored.Body.Span, DocumentJson.Default.OrderDocument)!;
        var walk = Walk.Replay(
            funnel.Machine,
            document.Start,
            document.Answers.Select(answer => (answer.Step, answer.ToAnswer(), answer.At))
        );
        return new()
        {
            Id = stored.Id,
            Revision = stored.Revision,
            Funnel = funnel,
            TokenHash = document.TokenHash,
            RequestHash = document.RequestHash,
            LocaleAsked = document.LocaleAsked,
            Order = Order.Recorded(
                walk,
                Enum.Parse<OrderStatus>(stored.Status, ignoreCase: true),
                stored.TouchedAt,
                document.AbandonedAt
            ),
        };
    }

    public StoredOrder ToStored() =>
        new()
        {
            Id = Id,
            Revision = Revision,
            FunnelId = Funnel.Id,
            FunnelVersion = Funnel.Version,
            Status = Order.Status.ToString().ToLowerInvariant(),
            StartedAt = Order.Walk.Start.At,
            TouchedAt = Order.TouchedAt,
            ExpiresAt = Order.ExpiresAt,
            LapsesAt = Order.LapsesAt,
            Body = JsonSerializer.SerializeToUtf8Bytes(
                new OrderDocument
                {
                    TokenHash = TokenHash,
                    RequestHash = RequestHash,
                    LocaleAsked = LocaleAsked,
                    AbandonedAt = Order.AbandonedAt,
                    Start = Order.Walk.Start,
                    Answers = [.. Order.Walk.Answered.Select(walk => StoredAnswer.Of(walk.Last!))],
                },
                DocumentJson.Default.OrderDocument
            ),
        };

    public StoredEvent Happened(string type, string? step, DateTimeOffset at) =>
        new()
        {
            Id = $"evt_{Guid.CreateVersion7(at):n}",
            OrderId = Id,
            Revision = Revision,
            Type = type,
            At = at,
            Body = JsonSerializer.SerializeToUtf8Bytes(EventData.Of(this, type, step), DocumentJson.Default.EventData),
        };
}
