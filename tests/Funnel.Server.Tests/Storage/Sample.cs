using System.Text;
using Funnel.Server.Storage;

namespace Funnel.Server.Tests.Storage;

/// <summary>Orders and events that a store may be handed.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Publishes over whichever version is the newest.</summary>
    public static async Task<Publication> Publish(
        this IStore store,
        string funnelId,
        ReadOnlyMemory<byte> content,
        Publisher by,
        DateTimeOffset now,
        CancellationToken cancellation
    ) => (await store.Publish(funnelId, content, by, now, over: null, cancellation))!;

    public static StoredOrder Order(string id) =>
        new()
        {
            Id = id,
            Revision = 1,
            FunnelId = "print-shop",
            FunnelVersion = 3,
            Status = "open",
            StartedAt = Noon,
            TouchedAt = Noon,
            ExpiresAt = Noon.AddDays(1),
            LapsesAt = Noon.AddHours(1),
            Body = Bytes($$"""{"order":"{{id}}","revision":1}"""),
        };

    public static StoredOrder Next(this StoredOrder order, string body = "{}") =>
        order with
        {
            Revision = order.Revision + 1,
            TouchedAt = order.TouchedAt.AddSeconds(1),
            Body = Bytes(body),
        };

    public static StoredEvent Event(this StoredOrder order, string type, string body = "{}") =>
        new()
        {
            Id = $"{order.Id}/{order.Revision}/{type}",
            OrderId = order.Id,
            Revision = order.Revision,
            Type = type,
            At = order.TouchedAt,
            Body = Bytes(body),
        };

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(this ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
