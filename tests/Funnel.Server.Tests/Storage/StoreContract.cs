using Funnel.Server.Storage;

namespace Funnel.Server.Tests.Storage;

/// <summary>What every store keeps to. A store's own tests derive from it and say how to reach that store.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private readonly List<StoreInstance> _instances = [];

    private protected abstract string Provider { get; }

    /// <summary>Leads to a store of this test's own, empty when it begins.</summary>
    private protected abstract string ConnectionString { get; }

    private protected IStore Store => _instances[0].Store;

    private protected IDeliveries Deliveries => _instances[0].Deliveries;

    private protected IDrafts Drafts => _instances[0].Drafts;

    public virtual ValueTask InitializeAsync()
    {
        OpenAnother();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Close();
    }

    [Fact]
    public async Task A_written_order_is_found_as_it_was_written()
    {
        var order = Sample.Order("ord_1") with
        {
            StartedAt = Sample.Noon.AddMilliseconds(123),
            TouchedAt = Sample.Noon.AddHours(3).ToOffset(TimeSpan.FromHours(2)),
            Body = Sample.Bytes("""{"name":"Zoë ☕ \u0000","n":1.10}"""),
        };

        Assert.True(await Write(order));

        AssertSame(order, await Find("ord_1"));
    }

    [Fact]
    public async Task An_order_that_was_never_written_is_not_found()
    {
        Assert.Null(await Find("ord_none"));
        Assert.Empty(await Events("ord_none"));
    }

    [Fact]
    public async Task A_moment_is_kept_to_the_millisecond()
    {
        await Write(Sample.Order("ord_1") with { TouchedAt = Sample.Noon.AddTicks(9_999) });

        Assert.Equal(Sample.Noon, (await Find("ord_1"))!.TouchedAt);
    }

    [Fact]
    public async Task An_order_is_created_once()
    {
        var first = Sample.Order("ord_1");
        Assert.True(await Write(first));

        Assert.False(await Write(first with { Status = "cancelled" }));

        AssertSame(first, await Find("ord_1"));
    }

    [Fact]
    public async Task A_next_revision_replaces_the_order()
    {
        var first = Sample.Order("ord_1");
        await Write(first);
        var second = first.Next("""{"completed":true}""") with
        {
            Status = "completed",
            ExpiresAt = Sample.Noon.AddDays(9),
            LapsesAt = null,
        };

        Assert.True(await Write(second));

        AssertSame(second, await Find("ord_1"));
    }

    [Fact]
    public async Task A_stale_write_is_refused_and_leaves_no_trace()
    {
        var first = Sample.Order("ord_1");
        var second = first.Next("""{"by":"the first tab"}""");
        var stale = first.Next("""{"by":"the second tab"}""");
        await Write(first);
        await Write(second, second.Event("order.answered"));

        Assert.False(await Write(stale, stale.Event("order.cancelled")));

        AssertSame(second, await Find("ord_1"));
        Assert.Equal(["order.answered"], (await Events("ord_1")).Select(e => e.Type));
    }

    [Fact]
    public async Task A_write_ahead_of_what_is_stored_is_refused()
    {
        var first = Sample.Order("ord_1");
        await Write(first);

        Assert.False(await Write(first.Next().Next()));
        Assert.False(await Write(Sample.Order("ord_2").Next()));

        AssertSame(first, await Find("ord_1"));
        Assert.Null(await Find("ord_2"));
    }

    [Fact]
    public async Task Events_come_back_in_the_order_in_which_they_were_written()
    {
        var first = Sample.Order("ord_1");
        var second = first.Next();
        var other = Sample.Order("ord_2");
        await Write(first, first.Event("order.started", """{"n":1}"""), first.Event("order.answered"));
        await Write(other, other.Event("order.started"));
        await Write(second, second.Event("order.answered"), second.Event("order.completed"));

        var events = await Events("ord_1");

        Assert.Equal(
            [(1L, "order.started"), (1L, "order.answered"), (2L, "order.answered"), (2L, "order.completed")],
            events.Select(e => (e.Revision, e.Type))
        );
        Assert.All(events, e => Assert.Equal("ord_1", e.OrderId));
        Assert.Equal("ord_1/1/order.started", events[0].Id);
        Assert.Equal(Sample.Noon, events[0].At);
        Assert.Equal("""{"n":1}""", events[0].Body.Text());
    }

    [Fact]
    public async Task Of_all_who_write_one_revision_at_once_exactly_one_wins()
    {
        var another = OpenAnother();
        var order = Sample.Order("ord_1");
        for (var round = 0; round < 25; round++)
        {
            var rivals = Enumerable
                .Range(0, 8)
                .Select(n => order with { Body = Sample.Bytes($$"""{"round":{{round}},"rival":{{n}}}""") })
                .ToList();

            var wins = await Task.WhenAll(
                rivals.Select((rival, n) => Task.Run(() => Write(rival, n % 2 == 0 ? Store : another)))
            );

            var winner = rivals[Assert.Single(Enumerable.Range(0, rivals.Count), n => wins[n])];
            AssertSame(winner, await Find("ord_1"));
            AssertSame(winner, await another.FindOrder("ord_1", default));
            order = winner.Next();
        }
    }

    [Fact]
    public async Task Hundreds_of_writers_at_once_all_land()
    {
        var last = await Task.WhenAll(
            Enumerable
                .Range(0, 400)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var order = Sample.Order($"ord_{n}");
                        Assert.True(await Write(order, order.Event("order.started")));
                        for (var answer = 0; answer < 3; answer++)
                        {
                            order = order.Next($$"""{"answers":{{answer}}}""");
                            Assert.True(await Write(order, order.Event("order.answered")));
                        }

                        return order;
                    })
                )
        );

        foreach (var order in last)
        {
            AssertSame(order, await Find(order.Id));
            Assert.Equal([1, 2, 3, 4], (await Events(order.Id)).Select(e => e.Revision));
        }
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_reopening()
    {
        var first = Sample.Order("ord_1");
        var second = first.Next("""{"answers":["cards"]}""");
        await Write(first, first.Event("order.started"));
        await Write(second, second.Event("order.answered"));
        await Publish("print-shop", "{}");

        await Close();
        OpenAnother();

        AssertSame(second, await Find("ord_1"));
        Assert.Equal(["order.started", "order.answered"], (await Events("ord_1")).Select(e => e.Type));
        Assert.Equal("{}", (await Store.FindVersion("print-shop", 1, default))!.Content.Text());
        Assert.True(await Write(second.Next()));
    }

    [Fact]
    public async Task What_one_instance_wrote_the_others_see_and_guard()
    {
        var another = OpenAnother();
        var first = Sample.Order("ord_1");
        await Write(first, first.Event("order.started"));

        Assert.False(await Write(first, another));
        Assert.True(await Write(first.Next(), another));
        Assert.False(await Write(first.Next()));

        Assert.Equal(2, (await Find("ord_1"))!.Revision);
        Assert.Single(await another.ReadEvents("ord_1", default));
    }

    [Fact]
    public async Task A_call_that_is_cancelled_beforehand_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        var order = Sample.Order("ord_1");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.TryWriteOrder(order, [], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.Publish("print-shop", default, new(), Sample.Noon, cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.FindOrder("ord_1", cancelled));

        Assert.Null(await Find("ord_1"));
        Assert.Empty(await Store.NewestVersions(default));
    }

    [Fact]
    public async Task A_caller_that_cancels_learns_the_truth()
    {
        var told = await Task.WhenAll(
            Enumerable
                .Range(0, 400)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        using var impatience = new CancellationTokenSource();
                        var write = Store.TryWriteOrder(Sample.Order($"ord_{n}"), [], impatience.Token);
                        for (var turn = 0; turn < n % 20; turn++)
                        {
                            await Task.Yield();
                        }

                        await impatience.CancelAsync();
                        try
                        {
                            return await write;
                        }
                        catch (OperationCanceledException)
                        {
                            return false;
                        }
                    })
                )
        );

        for (var n = 0; n < told.Length; n++)
        {
            Assert.Equal(told[n], await Find($"ord_{n}") is not null);
        }
    }

    [Fact]
    public async Task A_store_that_is_ready_says_so() => await Store.Ping(default);

    private protected IStore OpenAnother() => OpenAnotherInstance().Store;

    private protected StoreInstance OpenAnotherInstance()
    {
        _instances.Add(new StoreInstance(Provider, ConnectionString));
        return _instances[^1];
    }

    private protected async Task Close()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        _instances.Clear();
    }

    private protected Task<bool> Write(StoredOrder order, params StoredEvent[] events) =>
        Store.TryWriteOrder(order, events, default);

    private protected async Task<StoredOrder?> Find(string id) => await Store.FindOrder(id, default);

    private protected static void AssertSame(StoredOrder expected, StoredOrder? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.Body.ToArray(), actual.Body.ToArray());
        Assert.Equal(expected, actual with { Body = expected.Body });
    }

    private static Task<bool> Write(StoredOrder order, IStore store) => store.TryWriteOrder(order, [], default);

    private async Task<IReadOnlyList<StoredEvent>> Events(string orderId) => await Store.ReadEvents(orderId, default);
}
