using Funnel.Server.Storage;

namespace Funnel.Server.Tests.Storage;

public abstract partial class StoreContract
{
    private const string Shop = "shop";

    [Fact]
    public async Task An_endpoint_that_is_new_has_no_place_and_takes_up_from_where_it_is_put()
    {
        Assert.Null(await Deliveries.FindPosition(Shop, default));

        Assert.True(await TakeUp(null, 7));
        Assert.False(await TakeUp(null, 8));

        Assert.Equal(At(7), await Deliveries.FindPosition(Shop, default));
        Assert.Null(await Deliveries.FindPosition("other", default));
    }

    [Fact]
    public async Task Events_are_taken_up_once_whoever_tries()
    {
        var another = OpenAnother();
        await TakeUp(null, 0);

        var won = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    Task.Run(() =>
                        (n % 2 == 0 ? Deliveries : (IDeliveries)another).TryTakeUp(
                            Shop,
                            At(0),
                            At(n + 1),
                            [new($"ord_{n}", 1, 1)],
                            Sample.Noon,
                            default
                        )
                    )
                )
        );

        var winner = Assert.Single(Enumerable.Range(0, 8), n => won[n]);
        Assert.Equal([$"ord_{winner}"], (await Due()).Select(delivery => delivery.OrderId));
        Assert.Equal(At(winner + 1), await Deliveries.FindPosition(Shop, default));
    }

    [Fact]
    public async Task A_delivery_spans_what_was_not_yet_told_and_grows_with_what_happens()
    {
        await TakeUp(null, 0);
        await TakeUp(0, 3, new("ord_1", 1, 2), new("ord_2", 1, 1));

        var first = (await Due()).Single(delivery => delivery.OrderId == "ord_1");
        Assert.Equal(
            new()
            {
                Endpoint = Shop,
                OrderId = "ord_1",
                Sent = 0,
                Known = 2,
                DueAt = Sample.Noon,
            },
            first
        );

        await TakeUp(3, 4, new News("ord_1", 3, 3));
        Assert.Equal(first with { Known = 3 }, (await Due()).Single(delivery => delivery.OrderId == "ord_1"));
        Assert.Empty(await Deliveries.FindDue("other", Sample.Noon, 10, default));
        Assert.Empty(await Deliveries.FindDue(Shop, Sample.Noon.AddTicks(-10_000), 10, default));
        Assert.Single(await Deliveries.FindDue(Shop, Sample.Noon, 1, default));
    }

    [Fact]
    public async Task A_delivery_is_gone_once_all_that_is_known_is_told()
    {
        await TakeUp(null, 0);
        await TakeUp(0, 2, new News("ord_1", 1, 2));
        var delivery = Assert.Single(await Due());

        Assert.True(await Record(delivery, delivery with { Sent = 1 }));
        var next = Assert.Single(await Due());
        Assert.Equal(delivery with { Sent = 1 }, next);

        await TakeUp(2, 3, new News("ord_1", 3, 3));
        Assert.True(await Record(next, next with { Sent = 2 }));
        var last = Assert.Single(await Due());
        Assert.Equal((2, 3), (last.Sent, last.Known));

        Assert.True(await Record(last, last with { Sent = 3 }));
        Assert.Empty(await Due());
        Assert.False(await Record(last, last with { Sent = 3 }));
    }

    [Fact]
    public async Task What_came_of_an_attempt_is_recorded_once()
    {
        await TakeUp(null, 0);
        await TakeUp(0, 1, new News("ord_1", 1, 1));
        var delivery = Assert.Single(await Due());
        var failed = delivery with
        {
            Attempts = 1,
            FailingSince = Sample.Noon,
            Reason = "It said 500.",
            DueAt = Sample.Noon.AddSeconds(5),
        };

        Assert.True(await Record(delivery, failed));
        Assert.False(await Record(delivery, delivery with { Sent = 1 }));

        Assert.Empty(await Due());
        Assert.Equal(failed, Assert.Single(await Due(Sample.Noon.AddSeconds(5))));
    }

    [Fact]
    public async Task What_was_given_up_waits_for_another_try()
    {
        await TakeUp(null, 0);
        await TakeUp(0, 3, new("ord_1", 1, 1), new("ord_2", 1, 1), new("ord_3", 1, 1));
        foreach (var delivery in await Due())
        {
            await Record(delivery, GivenUp(delivery));
        }

        Assert.Empty(await Due(Sample.Noon.AddYears(1)));
        Assert.Equal(["ord_1", "ord_2"], await Dead(null, 2));
        Assert.Equal(["ord_3"], await Dead("ord_2", 2));

        Assert.Equal(0, await Replay("ord_9"));
        Assert.Equal(1, await Replay("ord_2"));
        var again = Assert.Single(await Due());
        Assert.Equal(("ord_2", 0, null), (again.OrderId, again.Attempts, again.FailingSince));
        Assert.Equal("It said 500.", again.Reason);

        Assert.Equal(2, await Replay(null));
        Assert.Equal(3, (await Due()).Count);
        Assert.Empty(await Dead(null, 10));
    }

    [Fact]
    public async Task A_new_event_has_what_was_given_up_tried_again_from_where_it_stopped()
    {
        await TakeUp(null, 0);
        await TakeUp(0, 1, new News("ord_1", 1, 1));
        var delivery = Assert.Single(await Due());
        await Record(delivery, GivenUp(delivery));

        await TakeUp(1, 2, new News("ord_1", 2, 2));

        var again = Assert.Single(await Due());
        Assert.Equal((0, 2, 0, null), (again.Sent, again.Known, again.Attempts, again.FailingSince));
    }

    private static EventPosition At(long sequence) => new(0, sequence);

    private static Delivery GivenUp(Delivery delivery) =>
        delivery with
        {
            Attempts = 9,
            FailingSince = Sample.Noon.AddDays(-1),
            Reason = "It said 500.",
            DueAt = null,
        };

    private Task<bool> TakeUp(long? from, long to, params IReadOnlyList<News> news) =>
        Deliveries.TryTakeUp(Shop, from is { } at ? At(at) : null, At(to), news, Sample.Noon, default);

    private async Task<IReadOnlyList<Delivery>> Due(DateTimeOffset? now = null) =>
        await Deliveries.FindDue(Shop, now ?? Sample.Noon, 100, default);

    private async Task<IEnumerable<string>> Dead(string? after, int most) =>
        (await Deliveries.FindGivenUp(Shop, after, most, default)).Select(delivery => delivery.OrderId);

    private Task<bool> Record(Delivery before, Delivery after) => Deliveries.TryRecord(before, after, default);

    private Task<int> Replay(string? order) => Deliveries.Replay(Shop, order, Sample.Noon, default);
}
