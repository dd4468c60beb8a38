using System.Text.Json;
using Funnel.Server.Events;
using Funnel.Server.Tests.Orders.Histories;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;

namespace Funnel.Server.Tests.Orders;

/// <summary>Many clients at one order through two servers: however their calls overlap, it is as if none did.</summary>
public sealed class RacingClientsTests(SharedPostgres postgres)
{
    private const int Clients = 64;
    private const int CallsEach = 10;

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Calls_at_once_come_to_what_they_come_to_one_after_the_other(string provider)
    {
        var seed = Random.Shared.Next();
        TestContext.Current.TestOutputHelper!.WriteLine($"Seed {seed}");
        using var data = new TemporaryFolder();
        using var funnels = TemporaryFolder.With(("picnic.json", SmallFunnel.Picnic));
        var connectionString =
            provider == "sqlite" ? $"Data Source={data.Path}/funnel.db" : await postgres.CreateDatabase();
        var settings = new ServerSettings { Data = data, FunnelsDirectory = funnels.Path }.On(
            provider,
            connectionString
        );
        await using var one = RunningServer.Start(settings);
        await using var other = RunningServer.Start(settings);
        await using var store = new StoreInstance(provider, connectionString);

        var random = new Random(seed);
        var completed = await Race(0);
        var either = await Race(50);
        var cancelled = await Race(100);

        SomeCompletedAtOnceAndWereToldTheSame(completed);
        EverythingHappened([completed, either, cancelled]);

        // One order, until all have seen it closed.
        async Task<History> Race(int cancelling)
        {
            var order = await Recorder.Start([one.Api, other.Api], store.Store, "picnic");
            var clients = Enumerable
                .Range(0, Clients)
                .Select(_ => new RandomClient(order, new Random(random.Next()), cancelling))
                .ToList();
            await Task.WhenAll(clients.Select(client => client.Shop(CallsEach)));
            await Task.WhenAll(clients.Select(client => client.Finish()));
            await Task.WhenAll(clients.Select(client => client.GoOn()));

            var history = await order.ReadHistory();
            var fault = history.FindFault();
            Assert.True(fault is null, fault);
            Assert.Single(history.Events, e => e.Type is EventTypes.OrderCompleted or EventTypes.OrderCancelled);
            return history;
        }
    }

    private static void SomeCompletedAtOnceAndWereToldTheSame(History history)
    {
        var completions = history.Calls.Where(call => call is { Asked: Asked.Complete, Told.Status: 200 }).ToList();
        var firstHeard = completions.Min(call => call.Heard);
        Assert.InRange(completions.Count(call => call.Sent < firstHeard), 2, Clients);
        Assert.Single(completions.Select(call => call.Told).Distinct());
    }

    // Without all this the test would pass, and show little.
    private static void EverythingHappened(IReadOnlyList<History> histories)
    {
        var calls = histories.SelectMany(history => history.Calls).ToList();
        var answered = calls.Count(call =>
            call is { Asked: Asked.Answer or Asked.Back or Asked.HandOver, Told.Status: 200 }
        );
        var changed = histories
            .SelectMany(history => history.Events)
            .Count(e => e.Type is EventTypes.StepAnswered or EventTypes.OrderRevised);
        Assert.InRange(changed, 100, answered - 5);
        Assert.Contains(calls, call => call.Told.Status == 200 && call.Told.Revision == call.Asked.IfMatch + 1);

        var refused = calls
            .Where(call => call.Told.Status != 200)
            .CountBy(call => $"{call.Told.Status} {JsonElement.Parse(call.Told.Body).TextAt("/type")}")
            .OrderBy(refusal => refusal.Key, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(
            [
                "404 urn:funnel:unknown-step",
                "409 urn:funnel:order-cancelled",
                "409 urn:funnel:order-completed",
                "409 urn:funnel:step-not-reached",
                "409 urn:funnel:total-changed",
                "409 urn:funnel:walk-not-finished",
                "412 urn:funnel:stale-revision",
                "422 urn:funnel:decline-not-possible",
                "422 urn:funnel:unknown-offer",
            ],
            refused.Select(refusal => refusal.Key)
        );
        Assert.All(refused, refusal => Assert.InRange(refusal.Value, 5, calls.Count));

        Assert.All(histories, history => Assert.InRange(MeanAtOnce(history), Clients / 4, Clients));
    }

    private static double MeanAtOnce(History history)
    {
        var time = history.Calls.Max(call => call.Heard);
        return history.Calls.Sum(call => (call.Heard - call.Sent) / time);
    }
}
