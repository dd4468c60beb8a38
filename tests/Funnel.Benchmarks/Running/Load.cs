using System.Diagnostics;

namespace Funnel.Benchmarks.Running;

/// <summary>Many clients at once, each of which asks again as soon as it has read its reply.</summary>
internal sealed class Load : IDisposable
{
    public const int Clients = 64;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Clients });

    /// <summary>An order for each client.</summary>
    public async Task<Shopper[]> StartOrders(Uri server)
    {
        var shoppers = new Shopper[Clients];
        for (var i = 0; i < Clients; i++)
        {
            shoppers[i] = await Shopper.Start(this, server);
        }

        return shoppers;
    }

    /// <summary>Asks once, and gives the reply's body.</summary>
    public async Task<byte[]> Read(HttpRequestMessage request)
    {
        using (request)
        {
            using var reply = await _http.SendAsync(request);
            return await reply.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        }
    }

    /// <param name="request">What a client asks; it is told which it is, and how often it has asked before.</param>
    /// <returns>The replies of a round, each second.</returns>
    public async Task<double> PerSecond(Func<int, int, HttpRequestMessage> request)
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, Clients)
                .Select(async client =>
                {
                    var count = 0;
                    for (; watch.Elapsed < Round; count++)
                    {
                        using var asked = request(client, count);
                        using var reply = await _http.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead);
                        await reply.EnsureSuccessStatusCode().Content.CopyToAsync(Stream.Null);
                    }

                    return count;
                })
        );
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    public void Dispose() => _http.Dispose();
}
