using System.Collections.Concurrent;
using System.Diagnostics;
using Funnel.Server.Funnels;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>An order at several servers with one store; records every call for it.</summary>
internal sealed class Recorder
{
    private readonly OrderClient[] _servers;
    private readonly IStore _store;
    private readonly KeptOrder _started;
    private readonly ConcurrentQueue<RecordedCall> _calls = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private Recorder(OrderClient[] servers, IStore store, KeptOrder started) =>
        (_servers, _store, _started) = (servers, store, started);

    public int Servers => _servers.Length;

    /// <summary>The reply that started it.</summary>
    public Reply Started => _servers[0].Started;

    public static async Task<Recorder> Start(IReadOnlyList<ApiClient> servers, IStore store, string funnel)
    {
        var order = await servers[0].Start(funnel, new { locale = "en" });
        var stored = await store.FindOrder(order.Id, TestContext.Current.CancellationToken);
        using var funnels = new PublishedFunnels(store, NullLogger<PublishedFunnels>.Instance);
        var published = await funnels.Find(
            stored!.FunnelId,
            stored.FunnelVersion,
            TestContext.Current.CancellationToken
        );
        return new(
            [.. servers.Select(server => server.Order(order.Id, order.Token, order.Started))],
            store,
            KeptOrder.Read(stored, published!)
        );
    }

    public async Task<Reply> Send(int server, Asked asked)
    {
        var sent = _clock.Elapsed;
        var reply = await asked.SendTo(_servers[server]);
        _calls.Enqueue(new(server, asked, sent, _clock.Elapsed, Told.By(reply)));
        return reply;
    }

    /// <summary>All that was recorded, with what is stored; for when no call is under way.</summary>
    public async Task<History> ReadHistory() =>
        new()
        {
            Started = _started,
            Calls = [.. _calls],
            Events = await _store.ReadEvents(_started.Id, TestContext.Current.CancellationToken),
            Stored = (await _store.FindOrder(_started.Id, TestContext.Current.CancellationToken))!,
        };
}
