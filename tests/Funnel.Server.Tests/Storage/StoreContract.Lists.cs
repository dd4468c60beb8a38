using System.Text.Json;
using Funnel.Orders;
using Funnel.Server.Events;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Orders_are_listed_newest_first_and_page_by_page()
    {
        var random = new Random(1);
        string[] funnels = ["print-shop", "web-shop"];
        var orders = Enumerable
            .Range(0, 60)
            .Select(n =>
                Sample.Order($"ord_{random.Next():x8}{n}") with
                {
                    FunnelId = funnels[random.Next(2)],
                    // Several begin in the same moment.
                    StartedAt = Sample.Noon.AddMinutes(random.Next(20)),
                }
            )
            .ToList();
        for (var i = 0; i < orders.Count; i++)
        {
            await Write(orders[i]);
            if (random.Next(2) == 0)
            {
                orders[i] = orders[i].Next() with { Status = OrderFilter.Statuses[random.Next(1, 4)], LapsesAt = null };
                await Write(orders[i]);
            }
        }

        OrderFilter[] filters =
        [
            new(),
            .. funnels.Select(funnel => new OrderFilter { FunnelId = funnel }),
            .. OrderFilter.Statuses.Select(status => new OrderFilter { Status = status }),
            new() { FunnelId = "web-shop", Status = "open" },
            new() { From = Sample.Noon.AddMinutes(5), To = Sample.Noon.AddMinutes(15) },
            new()
            {
                FunnelId = "print-shop",
                Status = "completed",
                From = Sample.Noon.AddMinutes(3),
            },
            // A place after the end does not move it.
            new() { To = Sample.Noon.AddMinutes(15), After = new(Sample.Noon.AddMinutes(15), "ord_5") },
            new() { To = Sample.Noon.AddMinutes(15), After = new(Sample.Noon.AddMinutes(18), "ord_5") },
            new() { FunnelId = "none" },
        ];
        foreach (var filter in filters)
        {
            var expected = orders
                .Where(order => filter.FunnelId is null || order.FunnelId == filter.FunnelId)
                .Where(order => filter.Status is null || order.Status == filter.Status)
                .Where(order => filter.From is null || order.StartedAt >= filter.From)
                .Where(order => filter.To is null || order.StartedAt < filter.To)
                .OrderByDescending(order => order.StartedAt)
                .ThenByDescending(order => order.Id, StringComparer.Ordinal)
                .Select(order => order.Id);

            Assert.Equal(expected, await ListAll(filter, 7));
        }
    }

    [Fact]
    public async Task An_order_lapses_at_the_moment_that_it_was_first_given_until_it_is_postponed_or_closed()
    {
        var order = Sample.Order("ord_1");
        await Write(order);
        await Write(Sample.Order("ord_2") with { LapsesAt = Sample.Noon.AddMinutes(30) });
        Assert.Equal([], await Lapsed(Sample.Noon.AddMinutes(29)));
        Assert.Equal(["ord_2", "ord_1"], await Lapsed(Sample.Noon.AddHours(1)));

        var touched = order.Next() with { LapsesAt = Sample.Noon.AddHours(5) };
        await Write(touched);
        Assert.Equal(["ord_2", "ord_1"], await Lapsed(Sample.Noon.AddHours(1)));
        Assert.False(await Store.Postpone(new("ord_1", 1), Sample.Noon.AddHours(5), default));
        Assert.True(await Store.Postpone(new("ord_1", 2), Sample.Noon.AddHours(5), default));
        Assert.Equal(["ord_2"], await Lapsed(Sample.Noon.AddHours(1)));
        AssertSame(touched, await Find("ord_1"));

        await Write(touched.Next() with { Status = "completed", LapsesAt = null });
        Assert.False(await Store.Postpone(new("ord_1", 3), Sample.Noon, default));
        Assert.Equal(["ord_2"], await Lapsed(Sample.Noon.AddYears(1)));
        Assert.Equal(["ord_2"], (await Store.FindLapsed(Sample.Noon.AddYears(1), 1, default)).Select(one => one.Id));
    }

    [Fact]
    public async Task The_feed_tells_every_event_once_and_in_an_order_that_stays()
    {
        Assert.Empty(await Store.ReadFeed(default, 10, default));
        var writers = Enumerable
            .Range(0, 8)
            .Select(n =>
                Task.Run(async () =>
                {
                    for (var i = 0; i < 20; i++)
                    {
                        var order = Sample.Order($"ord_{n}_{i}");
                        await Write(order, order.Event("order.started"));
                        await Write(order.Next(), order.Next().Event("step.answered"));
                    }
                })
            )
            .ToList();

        // Read while it is written: whatever is passed by now would never be seen again.
        var told = new List<FeedEvent>();
        var written = Task.WhenAll(writers);
        while (told.Count < 320)
        {
            var after = told.Count == 0 ? default : told[^1].Position;
            var over = written.IsCompletedSuccessfully;
            var page = await Store.ReadFeed(after, 7, default);
            Assert.True(page.Count <= 7);
            told.AddRange(page.Count == 0 && over ? await Feed(after, 1) : page);
            await Task.Yield();
        }

        await written;
        Assert.Equal(320, told.Select(one => one.Event.Id).Distinct().Count());
        Assert.All(
            told.GroupBy(one => one.Event.OrderId),
            order => Assert.Equal([1, 2], order.Select(one => one.Event.Revision))
        );
        Assert.Equal(
            told.Select(one => one.Event.Id),
            (await Store.ReadFeed(default, 1000, default)).Select(one => one.Event.Id)
        );
        Assert.Equal(told[^1].Position, await Store.NewestPosition(default));
    }

    [Fact]
    public void A_place_in_the_feed_can_be_written_down()
    {
        var position = new EventPosition(ulong.MaxValue, 42);

        Assert.True(EventPosition.TryParse(position.ToString(), out var read));

        Assert.Equal(position, read);
        Assert.All(
            ["", "1", "-", "1-", "-1", "a-1", "1--1", " 1-1"],
            text => Assert.False(EventPosition.TryParse(text, out _))
        );
    }

    [Fact]
    public async Task A_lease_is_held_by_one_until_it_ends_or_is_given_up()
    {
        var another = OpenAnother();
        var end = Sample.Noon.AddSeconds(10);
        Assert.True(await Lease(Store, "a", Sample.Noon, end));
        Assert.False(await Lease(another, "b", end.AddMilliseconds(-1), end.AddDays(1)));
        Assert.True(await Lease(Store, "a", Sample.Noon.AddSeconds(5), end.AddSeconds(5)));
        Assert.False(await Lease(another, "b", end, end.AddDays(1)));

        Assert.True(await Lease(another, "b", end.AddSeconds(5), end.AddSeconds(15)));
        Assert.False(await Lease(Store, "a", end.AddSeconds(6), end.AddSeconds(16)));

        Assert.True(await Lease(another, "b", end.AddSeconds(7), end.AddSeconds(7)));
        Assert.True(await Lease(Store, "a", end.AddSeconds(7), end.AddSeconds(17)));
        Assert.True(await Store.TryLease("other", "b", Sample.Noon, end, default));
    }

    [Fact]
    public async Task A_lease_of_a_clock_that_went_wrong_is_over()
    {
        Assert.True(await Lease(Store, "a", Sample.Noon.AddHours(1), Sample.Noon.AddHours(1).AddSeconds(10)));

        Assert.True(await Lease(OpenAnother(), "b", Sample.Noon, Sample.Noon.AddSeconds(10)));
    }

    [Fact]
    public async Task Of_all_who_want_a_lease_at_once_one_gets_it()
    {
        var another = OpenAnother();
        for (var round = 0; round < 10; round++)
        {
            var now = Sample.Noon.AddSeconds(round);

            var got = await Task.WhenAll(
                Enumerable
                    .Range(0, 8)
                    .Select(n =>
                        Task.Run(() => Lease(n % 2 == 0 ? Store : another, $"{round}-{n}", now, now.AddSeconds(1)))
                    )
            );

            Assert.Single(got, one => one);
        }
    }

    /// <summary>An open and a completed order of the first release, with two events of the open one, are in their places.</summary>
    private protected async Task AssertLifted()
    {
        Assert.Equal(["ord_2", "ord_1"], await ListAll(new(), 10));
        Assert.Equal(["ord_1"], await Lapsed(DateTimeOffset.UnixEpoch.AddSeconds(2)));
        Assert.True(await Write((await Find("ord_1"))!.Next()));

        var told = (await Feed(default, 2))
            .Select(one => JsonSerializer.Deserialize(one.Event.Body.Span, DocumentJson.Default.EventData)!)
            .ToArray();
        var first = new EventData
        {
            Order = "ord_1",
            Revision = 1,
            Funnel = "mugs",
            FunnelVersion = 2,
            Status = OrderStatus.Open,
            Currency = "EUR",
            Total = "0.00",
        };
        Assert.Equal([first, first with { Revision = 2, Step = "mug", Total = "9.50" }], told);

        var version = (await Store.FindVersion("mugs", 2, default))!;
        Assert.Equal("\uFEFF{\"currency\":\"EUR\"}", version.Content.Text());
        Assert.Equal(("hash", new Publisher()), (version.ContentHash, version.By));
        Assert.Equal(
            [("mugs", 2)],
            (await Store.VersionsSinceFiles(default)).Select(one => (one.FunnelId, one.Version))
        );
        Assert.True(await Drafts.TryWriteDraft(OfMugs("one"), null, default));
    }

    /// <summary>The events after a place, once there are as many: a transaction of any database on the server holds them back.</summary>
    private protected Task<IReadOnlyList<FeedEvent>> Feed(EventPosition after, int least) =>
        Eventually.Becomes(async () => await Store.ReadFeed(after, 1000, default), told => told.Count >= least);

    private static Task<bool> Lease(IStore store, string holder, DateTimeOffset now, DateTimeOffset until) =>
        store.TryLease("test", holder, now, until, default);

    private async Task<IEnumerable<string>> Lapsed(DateTimeOffset now) =>
        (await Store.FindLapsed(now, 100, default)).Select(order => order.Id);

    private async Task<IEnumerable<string>> ListAll(OrderFilter filter, int pageSize)
    {
        var all = new List<string>();
        while (true)
        {
            var page = await Store.ListOrders(filter, pageSize, default);
            all.AddRange(page.Select(order => order.Id));
            if (page.Count < pageSize)
            {
                return all;
            }

            filter = filter with { After = new(page[^1].StartedAt, page[^1].Id) };
        }
    }
}
