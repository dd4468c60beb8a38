using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Funnel.Benchmarks.Http;

/// <summary>
/// Durable answers per second over HTTP, beside a bare endpoint that reads the same body and replies as many bytes, round
/// about in one run: their ratio is what counts, for it does not depend on the machine. Also the first reply after a
/// start, and the memory at rest.
/// </summary>
internal static class HttpTable
{
    private const int Clients = 64;
    private const int Rounds = 7;
    private const double Target = 0.5;
    private const double FirstReplyTarget = 0.8;
    private const int MemoryTarget = 110;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    // Two answers to the same step, in turn: each is a change, and the order stays as it is in size.
    private static readonly byte[][] Answers =
    [
        Encoding.UTF8.GetBytes("""{"accept":[{"offer":"cards","quantity":250}]}"""),
        Encoding.UTF8.GetBytes("""{"accept":[{"offer":"cards","quantity":500}]}"""),
    ];

    /// <returns>The exit code: 1 where a target is missed.</returns>
    public static async Task<int> Print(TextWriter output)
    {
        await using var server = await ServerProcess.Start();
        var memory = server.ResidentMebibytes();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Clients });

        var orders = new (Uri Answer, string Token)[Clients];
        for (var i = 0; i < Clients; i++)
        {
            orders[i] = await StartOrder(client, server.Address);
        }

        var reply = await (
            await Put(client, orders[0].Answer, orders[0].Token, Answers[0])
        ).Content.ReadAsByteArrayAsync();
        await using var bare = await StartBare(reply);
        var bareUri = new Uri(new Uri(bare.Urls.First()), "/bare");

        var ratios = new List<double>();
        output.WriteLine($"{Clients} clients, {reply.Length} bytes a reply");
        output.WriteLine($"{"durable answers/s", 20}{"bare replies/s", 20}{"ratio", 10}");
        for (var round = 0; round <= Rounds; round++)
        {
            var answers = await PerSecond(client, index => orders[index]);
            var replies = await PerSecond(client, index => (bareUri, orders[index].Token));
            // The first round warms up.
            if (round > 0)
            {
                ratios.Add(answers / replies);
                output.WriteLine(Invariant($"{answers, 20:N0}{replies, 20:N0}{answers / replies, 10:F2}"));
            }
        }

        ratios.Sort();
        var median = ratios[ratios.Count / 2];
        output.WriteLine(Invariant($"median ratio {median:F2}, target ≥ {Target:F1}"));
        output.WriteLine(
            Invariant(
                $"first reply {server.FirstReply.TotalSeconds:F2} s after the start, target ≤ {FirstReplyTarget} s"
            )
        );
        output.WriteLine(Invariant($"resident at rest {memory} MiB, target ≤ {MemoryTarget} MiB"));
        return median >= Target && server.FirstReply.TotalSeconds <= FirstReplyTarget && memory <= MemoryTarget ? 0 : 1;
    }

    private static async Task<(Uri Answer, string Token)> StartOrder(HttpClient client, Uri server)
    {
        using var body = Json("{}"u8.ToArray());
        using var started = await client.PostAsync(new Uri(server, "/v1/funnels/print-shop/orders"), body);
        using var order = JsonDocument.Parse(await started.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        var id = order.RootElement.GetProperty("id").GetString();
        return (new(server, $"/v1/orders/{id}/answers/cards"), order.RootElement.GetProperty("token").GetString()!);
    }

    /// <summary>The least that a web framework does: read a body, reply bytes.</summary>
    private static async Task<WebApplication> StartBare(byte[] reply)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPut(
            "/bare",
            async http =>
            {
                using var body = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
                http.Response.ContentType = "application/json; charset=utf-8";
                await http.Response.Body.WriteAsync(reply, http.RequestAborted);
            }
        );
        await app.StartAsync();
        return app;
    }

    private static async Task<double> PerSecond(HttpClient client, Func<int, (Uri Answer, string Token)> target)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async index =>
                {
                    var (uri, token) = target(index);
                    var count = 0;
                    while (watch.Elapsed < Round)
                    {
                        using var reply = await Put(client, uri, token, Answers[count++ % Answers.Length]);
                        await reply.Content.CopyToAsync(Stream.Null);
                    }

                    return count;
                })
        );
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<HttpResponseMessage> Put(HttpClient client, Uri uri, string token, byte[] answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, uri)
        {
            Content = Json(answer),
            Version = HttpVersion.Version11,
        };
        request.Headers.Authorization = new("Bearer", token);
        var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return reply.EnsureSuccessStatusCode();
    }

    private static ByteArrayContent Json(byte[] json) =>
        new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
