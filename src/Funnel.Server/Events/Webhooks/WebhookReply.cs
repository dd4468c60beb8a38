using System.Globalization;
using System.Net;

namespace Funnel.Server.Events.Webhooks;

/// <summary>What a receiver's status and headers mean. Its body means nothing.</summary>
internal static class WebhookReply
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    public static WebhookResult ResultOf(HttpResponseMessage reply, DateTimeOffset now) =>
        reply.IsSuccessStatusCode
            ? new WebhookResult.Delivered()
            : new WebhookResult.Failed(
                string.Create(CultureInfo.InvariantCulture, $"the reply was {(int)reply.StatusCode}"),
                reply.StatusCode is HttpStatusCode.Gone,
                reply.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                    ? RetryAfterOf(reply, now)
                    : null
            );

    private static TimeSpan? RetryAfterOf(HttpResponseMessage reply, DateTimeOffset now)
    {
        var asked = reply.Headers.RetryAfter;
        var after = asked?.Delta ?? asked?.Date - now;
        return after > LongestRetryAfter ? LongestRetryAfter
            : after > TimeSpan.Zero ? after
            : null;
    }
}
