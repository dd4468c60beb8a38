using System.Diagnostics;
using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders;

/// <summary>
/// Walks one order after the other, and remembers what was acknowledged and what is in doubt. What is refused with 503 is
/// sent again, the same to the byte, until it is served.
/// </summary>
internal sealed class Shopper
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, Acknowledged> _orders = [];
    private readonly HashSet<string> _touched = [];
    private string? _open;
    private (string Id, string Event, Func<OrderClient, Task<Reply>> Act)? _inDoubt;
    private string? _startInDoubt;
    private int _writes;
    private int _refused;

    public int Orders => _orders.Count;

    /// <summary>How many writes were acknowledged.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>How often it was told to come back later.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>How many changes were in doubt after a kill and had happened, and how many had not.</summary>
    public (int Happened, int HadNot) InDoubt { get; private set; }

    /// <exception cref="HttpRequestException">The server is gone; what it was doing is in doubt.</exception>
    public async Task Shop(ApiClient api, CancellationToken done)
    {
        while (!done.IsCancellationRequested)
        {
            await FinishAnOrder(api);
        }
    }

    /// <summary>What is in doubt happens once when it is sent again, and what was touched since the last time is there.</summary>
    public async Task FindLatest(ApiClient api, StoredOrders stored)
    {
        await Settle(api);
        foreach (var id in _touched)
        {
            await Find(api, stored, id);
        }

        _touched.Clear();
    }

    /// <summary>Everything that was ever acknowledged is there.</summary>
    public async Task FindEverything(ApiClient api, StoredOrders stored)
    {
        await Settle(api);
        foreach (var id in _orders.Keys)
        {
            await Find(api, stored, id);
        }
    }

    /// <summary>The one that a kill interrupted, or a new one.</summary>
    private async Task FinishAnOrder(ApiClient api)
    {
        var id = _open ?? await Start(api, Guid.NewGuid().ToString());
        var (token, reply, _) = _orders[id];
        var order = api.Order(id, token);
        while (reply.Step is { } step)
        {
            var shown = reply.Json.GetProperty("step");
            var answer =
                Random.Shared.Next(3) == 0
                    ? Walker.DeclineOrLeast(shown)
                    : Walker.AcceptFrom(shown, Random.Shared.Next(4));
            reply = await Do(order, "step.answered", it => it.Answer(step, answer));
            if (reply.Revision > 3 && Random.Shared.Next(8) == 0)
            {
                var back = reply.Json.GetProperty("ledger")[0].TextAt("/step")!;
                reply = await Do(order, "order.revised", it => it.Back(back));
            }
        }

        var total = reply.Total;
        await (
            Random.Shared.Next(4) == 0
                ? Do(order, "order.cancelled", it => it.Cancel())
                : Do(order, "order.completed", it => it.Complete(total))
        );
    }

    /// <returns>The order's id.</returns>
    private async Task<string> Start(ApiClient api, string key)
    {
        _startInDoubt = key;
        var reply = await UntilServed(() => api.TryStart("print-shop", null, null, ("Idempotency-Key", key)));
        _startInDoubt = null;
        reply.Expect(HttpStatusCode.Created);
        Assert.Equal(1, reply.Revision);
        _orders.Add(reply.Id, new(reply.Token, reply, ["order.started"]));
        Touched(reply);
        return reply.Id;
    }

    private async Task<Reply> Do(OrderClient order, string @event, Func<OrderClient, Task<Reply>> act)
    {
        _inDoubt = (order.Id, @event, act);
        var reply = await UntilServed(() => act(order));
        _inDoubt = null;
        reply.Expect(HttpStatusCode.OK);

        // Whether this call did it or the one before that nobody answered: it was done once.
        var before = _orders[order.Id];
        Assert.Equal(before.Last.Revision + 1, reply.Revision);
        _orders[order.Id] = before with { Last = reply, Events = [.. before.Events, @event] };
        Touched(reply);
        return reply;
    }

    private void Touched(Reply reply)
    {
        _touched.Add(reply.Id);
        _open = reply.TextAt("/status") == "open" ? reply.Id : null;
        Interlocked.Increment(ref _writes);
    }

    private async Task<Reply> View(OrderClient order)
    {
        var there = (await UntilServed(() => order.View())).Expect(HttpStatusCode.OK);
        Invariants.Hold(there);
        return there;
    }

    private async Task<Reply> UntilServed(Func<Task<Reply>> send)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            var reply = await send();
            if (reply.Status is not HttpStatusCode.ServiceUnavailable)
            {
                return reply;
            }

            reply.ExpectStoreUnavailable();
            Interlocked.Increment(ref _refused);
            Assert.True(Stopwatch.GetElapsedTime(begun) < Patience, "The store does not come back.");
            await Task.Delay(BetweenTries, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Sends again what nobody answered.</summary>
    private async Task Settle(ApiClient api)
    {
        if (_inDoubt is { } doubt)
        {
            var (token, acknowledged, _) = _orders[doubt.Id];
            var order = api.Order(doubt.Id, token);
            var there = await View(order);
            var happened = there.Revision == acknowledged.Revision + 1;
            if (!happened)
            {
                AssertSame(acknowledged, there);
            }

            var again = await Do(order, doubt.Event, doubt.Act);
            if (happened)
            {
                AssertSame(again, there);
            }

            InDoubt = happened ? (InDoubt.Happened + 1, InDoubt.HadNot) : (InDoubt.Happened, InDoubt.HadNot + 1);
        }

        if (_startInDoubt is { } key)
        {
            await Start(api, key);
        }
    }

    /// <summary>
    /// The order is shown as it was acknowledged, folds to the same from what is stored, and each of its revisions is one
    /// acknowledged write.
    /// </summary>
    private async Task Find(ApiClient api, StoredOrders stored, string id)
    {
        var (token, acknowledged, events) = _orders[id];
        var there = await View(api.Order(id, token));
        AssertSame(acknowledged, there);
        Assert.Equal(there.Body, await stored.Fold(id));
        Assert.Equal(
            events.Select((type, index) => (index + 1L, type)),
            (await stored.Events(id)).Select(e => (e.Revision, e.Type))
        );
    }

    /// <summary>The whole view is the same. That an answer made others fall away, and the token, only the call itself is told.</summary>
    private static void AssertSame(Reply acknowledged, Reply there)
    {
        foreach (var property in there.Json.EnumerateObject().Where(property => property.Name != "dropped"))
        {
            Assert.Equal(acknowledged.Json.GetProperty(property.Name).GetRawText(), property.Value.GetRawText());
        }
    }

    /// <param name="Last">The last reply.</param>
    /// <param name="Events">What each acknowledged write makes known, from the first on.</param>
    private sealed record Acknowledged(string Token, Reply Last, IReadOnlyList<string> Events);
}
