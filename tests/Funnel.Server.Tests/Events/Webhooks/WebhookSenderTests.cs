using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Funnel.Server.Events.Webhooks;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Events.Webhooks;

public sealed class WebhookSenderTests : IAsyncLifetime
{
    private const string Secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD5dJ0lsmI0/M=";
    private const string OldSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "evt_019b2f0e4c5d7a6b8c9d0e1f2a3b4c5d";
    private static readonly byte[] Body = "{\"type\":\"order.started\",\"name\":\"Zoë\"}"u8.ToArray();

    private readonly SettableClock _clock = new();
    private WebhookReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await WebhookReceiver.Start(_clock);

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task An_event_is_posted_as_it_is_and_signed_at_that_moment()
    {
        Assert.Equal(new WebhookResult.Delivered(), await Send());

        var call = await _receiver.Next();
        Assert.Equal(("POST", "/hook?of=funnel"), (call.Method, call.Path));
        Assert.Equal(Body, call.Body);
        Assert.Equal(Id, call.Id);
        Assert.Equal(
            SettableClock.Noon.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            call.Headers["webhook-timestamp"]
        );
        Assert.True(call.IsSignedWith(Secret));
        Assert.False(call.IsSignedWith(OldSecret));
        Assert.False((call with { Body = [.. Body, 0] }).IsSignedWith(Secret));
        Assert.False((call with { At = call.At.AddMinutes(6) }).IsSignedWith(Secret));
    }

    [Fact]
    public async Task A_receiver_that_knows_the_old_or_the_new_secret_can_verify()
    {
        await Send(EndpointAt(_receiver.Address, Secret, OldSecret));

        var call = Assert.Single(_receiver.Calls);
        Assert.True(call.IsSignedWith(Secret));
        Assert.True(call.IsSignedWith(OldSecret));
    }

    [Fact]
    public async Task Each_attempt_is_signed_anew_and_has_the_same_id()
    {
        await using var services = Services(_clock);
        await Send(services);
        _clock.Advance(TimeSpan.FromHours(8));
        await Send(services);

        Assert.All(_receiver.Calls, call => Assert.True(call.IsSignedWith(Secret)));
        Assert.Equal([Id, Id], _receiver.Calls.Select(call => call.Id));
        Assert.Distinct(_receiver.Calls.Select(call => call.Headers["webhook-signature"]));
    }

    [Fact]
    public async Task Nothing_else_is_sent_neither_cookies_nor_traces()
    {
        _receiver.Answer = (_, http) =>
        {
            http.Response.Cookies.Append("who", "me");
            return Task.CompletedTask;
        };
        using var trace = new Activity("order").SetIdFormat(ActivityIdFormat.W3C).Start();
        await using var services = Services(_clock);
        await Send(services);
        await Send(services);

        Assert.All(
            _receiver.Calls,
            call =>
            {
                Assert.Equal(
                    [
                        "Content-Length",
                        "Content-Type",
                        "Host",
                        "User-Agent",
                        "webhook-id",
                        "webhook-signature",
                        "webhook-timestamp",
                    ],
                    call.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)
                );
                Assert.Equal("application/json", call.Headers["Content-Type"]);
                Assert.Equal("Funnel-Webhooks", call.Headers["User-Agent"]);
            }
        );
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(299)]
    public async Task Any_status_of_success_is_a_delivery(int status)
    {
        _receiver.Answer = WebhookReceiver.With(status);

        Assert.Equal(new WebhookResult.Delivered(), await Send());
    }

    [Theory]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Any_other_status_is_a_failure(int status)
    {
        _receiver.Answer = WebhookReceiver.With(status);

        Assert.Equal(new WebhookResult.Failed($"the reply was {status}"), await Send());
    }

    [Fact]
    public async Task Gone_is_for_ever()
    {
        _receiver.Answer = WebhookReceiver.With(StatusCodes.Status410Gone);

        Assert.Equal(new WebhookResult.Failed("the reply was 410", Gone: true), await Send());
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        _receiver.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        };

        Assert.Equal(new WebhookResult.Failed($"the reply was {status}"), await Send());
        Assert.Single(_receiver.Calls);
    }

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(503, "7", 7)]
    [InlineData(503, "Mon, 15 Jun 2026 12:01:30 GMT", 90)]
    [InlineData(429, "86400", 3600)]
    [InlineData(503, "Tue, 15 Jun 2027 12:00:00 GMT", 3600)]
    [InlineData(503, "Mon, 15 Jun 2026 11:00:00 GMT", null)]
    [InlineData(503, "0", null)]
    [InlineData(503, "-7", null)]
    [InlineData(503, "soon", null)]
    [InlineData(503, "99999999999999", null)]
    [InlineData(500, "7", null)]
    public async Task A_receiver_can_ask_to_be_left_alone_for_an_hour_at_most(int status, string asked, int? seconds)
    {
        _receiver.Answer = (_, http) =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = asked;
            return Task.CompletedTask;
        };

        var failed = Assert.IsType<WebhookResult.Failed>(await Send());

        Assert.Equal(seconds, failed.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task A_receiver_that_does_not_reply_is_not_waited_for()
    {
        _receiver.Answer = WebhookReceiver.Never;

        Assert.Equal(new WebhookResult.Failed("took longer than 15 s"), await Send(clock: new HurriedClock()));
    }

    [Fact]
    public async Task A_reply_that_hangs_after_its_headers_is_a_delivery_and_its_connection_is_given_up()
    {
        var ended = new TaskCompletionSource();
        _receiver.Answer = async (_, http) =>
        {
            http.RequestAborted.Register(ended.SetResult);
            await http.Response.Body.FlushAsync();
            await ended.Task;
        };
        await using var services = Services(_clock);

        Assert.Equal(new WebhookResult.Delivered(), await Send(services));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Of_a_huge_reply_only_a_little_is_read()
    {
        // By hand: Kestrel takes in what it can no longer send.
        using var listener = Listen();
        var flood = Flood();
        await using var services = Services(_clock);

        Assert.Equal(new WebhookResult.Delivered(), await Send(services, EndpointAt(AddressOf(listener))));
        // What the buffers on the way hold, and no more.
        Assert.InRange(await flood.WaitAsync(TimeSpan.FromSeconds(30)), 1, 32 * 1024 * 1024);

        async Task<long> Flood()
        {
            using var client = await listener.AcceptTcpClientAsync();
            var chunk = new byte[64 * 1024];
            var written = 0L;
            try
            {
                _ = await client.GetStream().ReadAtLeastAsync(chunk, 1);
                await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
                for (; written < 1L << 30; written += chunk.Length)
                {
                    await client.GetStream().WriteAsync(chunk);
                }
            }
            catch (IOException)
            {
                // The sender has hung up.
            }

            return written;
        }
    }

    [Fact]
    public async Task Headers_beyond_measure_are_a_failure()
    {
        _receiver.Answer = (_, http) =>
        {
            http.Response.Headers["X-Filler"] = new string('x', 20 * 1024);
            return Task.CompletedTask;
        };

        Assert.Equal(new WebhookResult.Failed("the reply was not understood"), await Send());
    }

    [Fact]
    public async Task A_connection_that_ends_before_the_reply_is_a_failure()
    {
        _receiver.Answer = (_, http) =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal(new WebhookResult.Failed("the connection was lost"), await Send());
    }

    [Fact]
    public async Task A_connection_that_is_refused_is_a_failure() =>
        Assert.Equal(new WebhookResult.Failed("could not connect"), await Send(EndpointAt(new("http://127.0.0.1:1/"))));

    [Fact]
    public async Task A_name_of_nobody_is_a_failure()
    {
        // A part of a name has at most 63 letters, so no server need be asked.
        var nobody = new Uri($"http://{new string('n', 64)}.example/");

        Assert.Equal(new WebhookResult.Failed("the name could not be looked up"), await Send(EndpointAt(nobody)));
    }

    [Fact]
    public async Task What_does_not_speak_tls_is_no_secure_target()
    {
        var secure = new UriBuilder(_receiver.Address) { Scheme = Uri.UriSchemeHttps }.Uri;

        Assert.Equal(new WebhookResult.Failed("no secure connection could be made"), await Send(EndpointAt(secure)));
        Assert.Empty(_receiver.Calls);
    }

    [Fact]
    public async Task A_connection_that_is_not_made_in_5_s_is_given_up()
    {
        // It accepts, and never shakes hands.
        using var silent = Listen();

        Assert.Equal(
            new WebhookResult.Failed("could not connect"),
            await Send(EndpointAt(AddressOf(silent, Uri.UriSchemeHttps)))
        );
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task A_private_target_is_reached_only_where_that_is_permitted(string host)
    {
        var endpoint = EndpointAt(new($"http://{host}:{_receiver.Address.Port}/"));
        await using var cautious = Services(_clock, allowPrivateTargets: false);

        Assert.Equal(new WebhookResult.Failed("the address is in a private network"), await Send(cautious, endpoint));
        Assert.Empty(_receiver.Calls);
        Assert.Equal(new WebhookResult.Delivered(), await Send(endpoint));
    }

    [Fact]
    public async Task Whatever_cannot_be_sent_is_a_failure() =>
        Assert.Equal(
            new WebhookResult.Failed("could not be sent"),
            await Send(EndpointAt(_receiver.Address), id: "evt_1\nHost: elsewhere")
        );

    [Fact]
    public async Task Only_the_caller_can_cancel()
    {
        using var cancellation = new CancellationTokenSource();
        _receiver.Answer = async (call, http) =>
        {
            await cancellation.CancelAsync();
            await WebhookReceiver.Never(call, http);
        };
        await using var services = Services(_clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            services
                .GetRequiredService<WebhookSender>()
                .Send(EndpointAt(_receiver.Address), Id, Body, cancellation.Token)
        );
    }

    [Fact]
    public async Task Each_attempt_is_measured_by_endpoint_and_outcome()
    {
        await using var services = Services(_clock);
        var meters = services.GetRequiredService<IMeterFactory>();
        var measured = new List<(string Unit, double Duration, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (found, listening) =>
            {
                if (found.Name == "funnel.webhook.attempt.duration" && found.Meter.Scope == meters)
                {
                    listening.EnableMeasurementEvents(found);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => measured.Add((instrument.Unit!, value, string.Join(' ', tags.ToArray())))
        );
        listener.Start();

        foreach (var status in (int[])[204, 410, 500])
        {
            _receiver.Answer = WebhookReceiver.With(status);
            await Send(services);
        }

        Assert.Equal(
            ((string[])["delivered", "gone", "failed"]).Select(outcome =>
                $"[funnel.webhook.endpoint, shop] [funnel.webhook.outcome, {outcome}]"
            ),
            measured.Select(attempt => attempt.Tags)
        );
        Assert.All(measured, attempt => Assert.Equal("s", attempt.Unit));
        Assert.All(measured, attempt => Assert.InRange(attempt.Duration, double.Epsilon, 15));
    }

    private static WebhookEndpoint EndpointAt(Uri url, params IEnumerable<string> secrets)
    {
        var options = new WebhookEndpointOptions { Url = new Uri(url, "/hook?of=funnel").ToString() };
        options.Secrets.AddRange(secrets.DefaultIfEmpty(Secret));
        return new("shop", options);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static Uri AddressOf(TcpListener listener, string scheme = "http") =>
        new($"{scheme}://{listener.LocalEndpoint}");

    private static ServiceProvider Services(TimeProvider clock, bool allowPrivateTargets = true) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton<IConfiguration>(
                new ConfigurationBuilder()
                    .AddInMemoryCollection([new("Webhooks:AllowPrivateTargets", allowPrivateTargets.ToString())])
                    .Build()
            )
            .AddWebhooks()
            .BuildServiceProvider();

    private Task<WebhookResult> Send(ServiceProvider services, WebhookEndpoint? endpoint = null, string id = Id) =>
        services
            .GetRequiredService<WebhookSender>()
            .Send(endpoint ?? EndpointAt(_receiver.Address), id, Body, TestContext.Current.CancellationToken);

    /// <summary>One attempt, by a sender of its own.</summary>
    private async Task<WebhookResult> Send(WebhookEndpoint? endpoint = null, TimeProvider? clock = null, string id = Id)
    {
        await using var services = Services(clock ?? _clock);
        return await Send(services, endpoint, id);
    }
}
