using System.Globalization;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>A call as it was sent and answered.</summary>
/// <param name="Server">Which of the servers it was sent to.</param>
/// <param name="Sent">When: the order took it up no earlier. Since the recording began.</param>
/// <param name="Heard">When the whole reply was there: the order took it up no later.</param>
internal sealed record RecordedCall(int Server, Asked Asked, TimeSpan Sent, TimeSpan Heard, Told Told);

/// <summary>What a reply says.</summary>
/// <param name="Revision">The ETag; null where there is none.</param>
internal sealed record Told(int Status, long? Revision, string Body)
{
    public static Told By(Reply reply) =>
        new(
            (int)reply.Status,
            reply.ETag is { } tag ? long.Parse(tag.Trim('"'), CultureInfo.InvariantCulture) : null,
            reply.Body
        );
}
