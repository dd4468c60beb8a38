using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Funnel.Server.Tests.Running;

/// <summary>A merchant's server on this machine: writes down each call before it answers as it is told.</summary>
public sealed class WebhookReceiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<WebhookCall> _calls = new();
    private readonly Channel<WebhookCall> _arrivals = Channel.CreateUnbounded<WebhookCall>();
    private readonly TimeProvider _clock;
    private readonly WebApplication _app;

    private WebhookReceiver(TimeProvider clock)
    {
        _clock = clock;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        // Answers that never end are left behind.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.Zero);
        _app = builder.Build();
        _app.Run(Receive);
    }

    public Uri Address => new(_app.Urls.Single());

    /// <summary>What is done once a call is written down. At first: 204. It may be changed at any time.</summary>
    public Func<WebhookCall, HttpContext, Task> Answer { get; set; } = With(StatusCodes.Status204NoContent);

    /// <summary>All calls so far, in the order of their arrival.</summary>
    public IReadOnlyCollection<WebhookCall> Calls => _calls;

    /// <param name="clock">What says when a call came. Default: the system's.</param>
    public static async Task<WebhookReceiver> Start(TimeProvider? clock = null)
    {
        var receiver = new WebhookReceiver(clock ?? TimeProvider.System);
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>An answer of that status and no body.</summary>
    public static Func<WebhookCall, HttpContext, Task> With(int status) =>
        (_, http) =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    /// <summary>An answer that never comes.</summary>
    public static Task Never(WebhookCall call, HttpContext http) =>
        Task.Delay(Timeout.InfiniteTimeSpan, http.RequestAborted);

    /// <summary>The next call that was not yet asked for, when it comes.</summary>
    public Task<WebhookCall> Next() =>
        _arrivals.Reader.ReadAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Receive(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var call = new WebhookCall(
            http.Request.Method,
            http.Request.Path + http.Request.QueryString,
            http.Request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            body.ToArray(),
            _clock.GetUtcNow()
        );
        _calls.Enqueue(call);
        _arrivals.Writer.TryWrite(call);
        await Answer(call, http);
    }
}

/// <summary>What a receiver was sent.</summary>
/// <param name="Headers">By name, in any case.</param>
public sealed record WebhookCall(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    DateTimeOffset At
)
{
    public string Id => Headers["webhook-id"];

    /// <summary>What Standard Webhooks has a receiver do that knows this one secret.</summary>
    public bool IsSignedWith(string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(
            HashAlgorithmName.SHA256,
            Convert.FromBase64String(secret.Split('_', 2)[1])
        );
        hmac.AppendData(Encoding.ASCII.GetBytes(string.Join('.', Id, Headers["webhook-timestamp"], "")));
        hmac.AppendData(Body);
        var expected = hmac.GetHashAndReset();
        var age =
            At
            - DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(Headers["webhook-timestamp"], CultureInfo.InvariantCulture)
            );
        return age.Duration() <= TimeSpan.FromMinutes(5)
            && Headers["webhook-signature"]
                .Split(' ')
                .Select(signature => signature.Split(',', 2))
                .Any(signature =>
                    signature[0] == "v1"
                    && CryptographicOperations.FixedTimeEquals(Convert.FromBase64String(signature[1]), expected)
                );
    }
}
