using System.Globalization;
using System.Net;
using System.Net.Mime;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Events.Webhooks;

/// <summary>Posts an event to an endpoint, once.</summary>
internal sealed partial class WebhookSender(
    IOptions<WebhooksOptions> options,
    TimeProvider clock,
    WebhookMetrics metrics,
    ILogger<WebhookSender> logger
) : IDisposable
{
    /// <summary>Of one attempt, from looking up the name to the reply's headers.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private const string TookTooLong = "took longer than 15 s";

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);

    private readonly HttpMessageInvoker _http = new(WebhookConnections.Handler(options.Value.AllowPrivateTargets));

    /// <param name="id">The same for each attempt at the same event, so that the receiver can tell.</param>
    /// <param name="body">JSON in UTF-8, sent as it is.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled. Whatever else goes wrong is a result.</exception>
    public async Task<WebhookResult> Send(
        WebhookEndpoint endpoint,
        string id,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation
    )
    {
        var begun = clock.GetTimestamp();
        var result = await Attempt(endpoint, id, body, cancellation);
        metrics.Attempted(endpoint, result, clock.GetElapsedTime(begun));
        return result;
    }

    public void Dispose() => _http.Dispose();

    private async Task<WebhookResult> Attempt(
        WebhookEndpoint endpoint,
        string id,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellation
    )
    {
        using var timeout = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            using var request = Request(endpoint, id, body);
            using var reply = await _http.SendAsync(request, either.Token);
            return ResultOf(reply);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            return new WebhookResult.Failed(
                e is OperationCanceledException && timeout.IsCancellationRequested ? TookTooLong : ReasonOf(e)
            );
        }
    }

    private WebhookResult ResultOf(HttpResponseMessage reply) =>
        reply.IsSuccessStatusCode
            ? new WebhookResult.Delivered()
            : new WebhookResult.Failed(
                string.Create(CultureInfo.InvariantCulture, $"the reply was {(int)reply.StatusCode}"),
                reply.StatusCode is HttpStatusCode.Gone,
                reply.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                    ? RetryAfterOf(reply)
                    : null
            );

    private TimeSpan? RetryAfterOf(HttpResponseMessage reply)
    {
        var asked = reply.Headers.RetryAfter;
        var after = asked?.Delta ?? asked?.Date - clock.GetUtcNow();
        return after > LongestRetryAfter ? LongestRetryAfter
            : after > TimeSpan.Zero ? after
            : null;
    }

    private string ReasonOf(Exception failure)
    {
        switch (failure)
        {
            case HttpRequestException { InnerException: PrivateTargetException }:
                return "the address is in a private network";
            case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                return "the name could not be looked up";
            case HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                return "no secure connection could be made";
            case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }:
            case OperationCanceledException { InnerException: TimeoutException }:
                return "could not connect";
            case HttpRequestException
            {
                HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            }:
                return "the reply was not understood";
            case HttpRequestException or IOException:
                return "the connection was lost";
            default:
                LogUnexpected(failure);
                return "could not be sent";
        }
    }

    private HttpRequestMessage Request(WebhookEndpoint endpoint, string id, ReadOnlyMemory<byte> body)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        return new(HttpMethod.Post, endpoint.Url)
        {
            Headers =
            {
                { "User-Agent", "Funnel-Webhooks" },
                { WebhookSignature.IdHeader, id },
                { WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture) },
                { WebhookSignature.SignatureHeader, WebhookSignature.Of(id, timestamp, body.Span, endpoint.Secrets) },
            },
            Content = new ReadOnlyMemoryContent(body)
            {
                Headers = { ContentType = new(MediaTypeNames.Application.Json) },
            },
        };
    }

    [LoggerMessage(LogLevel.Error, "A webhook could not be sent")]
    private partial void LogUnexpected(Exception why);
}
