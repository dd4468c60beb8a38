using System.Globalization;
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
            return WebhookReply.ResultOf(reply, clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new WebhookResult.Failed("took longer than 15 s");
        }
        catch (Exception e)
        {
            var reason = WebhookFailure.ReasonOf(e);
            if (reason is null)
            {
                LogUnexpected(endpoint.Name, e);
            }

            return new WebhookResult.Failed(reason ?? "could not be sent");
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

    [LoggerMessage(LogLevel.Error, "Nothing could be sent to the webhook endpoint {Endpoint}")]
    private partial void LogUnexpected(string endpoint, Exception why);
}
