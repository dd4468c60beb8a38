using System.Diagnostics;
using System.Security.Cryptography;
using Funnel.Benchmarks.Running;
using Funnel.Benchmarks.Stores;
using Funnel.Server.Events.Webhooks;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Storage;
using static Funnel.Benchmarks.Running.Rounds;

namespace Funnel.Benchmarks.Webhooks;

/// <summary>
/// Events delivered per second out of a backlog, beside bare posts to the same receiver; and how long an event is on its way
/// when there is nothing else to do, from the reply that confirms it to the receiver's call.
/// </summary>
internal static class WebhooksTable
{
    private const string Endpoint = "receiver";
    private const int Orders = 3_000;
    private const int IdleAnswers = 100;

    public static async Task Print(TextWriter output)
    {
        await using var databases = new Databases();
        await using var receiver = await Receiver.Start();
        using var load = new Load();
        output.WriteLine(
            $"{"", -12}{"backlog", 10}{"events/s", 10}{"bare posts/s", 14}{"ratio", 8}{"idle", 10}{"slowest", 10}"
        );
        foreach (var (name, provider) in StoresTable.Stores)
        {
            var database = await FilledDatabase.Create(databases, provider, Orders, load);
            await using var store = new StoreInstance(provider, database.Storage.ConnectionString);
            var (events, body) = await LeaveUntold(store);
            var posts = await BarePosts(load, receiver, body);

            await using var server = await ServerProcess.Start(
                database.Storage,
                ("Webhooks__AllowPrivateTargets", "true"),
                ($"Webhooks__Endpoints__{Endpoint}__Url", receiver.Events.ToString()),
                (
                    $"Webhooks__Endpoints__{Endpoint}__Secrets__0",
                    $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}"
                )
            );
            var told = events / (await Told(receiver, events)).TotalSeconds;
            var delays = await IdleDelays(load, server, receiver);

            output.WriteLine(
                Invariant(
                    $"{name, -12}{events, 10:N0}{told, 10:N0}{posts, 14:N0}{told / posts, 8:F2}{Median(delays), 7:F1} ms{delays.Max(), 7:F1} ms"
                )
            );
        }
    }

    /// <summary>Puts the endpoint before the first event.</summary>
    /// <returns>How many events it is not told of yet, and how one of them is told.</returns>
    private static async Task<(int Events, byte[] Body)> LeaveUntold(StoreInstance store)
    {
        await store.Deliveries.TryTakeUp(Endpoint, null, default, [], TimeProvider.System.GetUtcNow(), default);
        var (count, place, body) = (0, default(EventPosition), default(ReadOnlyMemory<byte>));
        while (await store.Store.ReadFeed(place, 1_000, default) is [.., var last] page)
        {
            (count, place, body) = (count + page.Count, last.Position, WebhookBody.Of(last.Event));
        }

        return (count, body.ToArray());
    }

    private static async Task<double> BarePosts(Load load, Receiver receiver, byte[] body)
    {
        List<double> rounds = [];
        await foreach (
            var figures in Take(
                3,
                () =>
                    load.PerSecond(
                        (_, _) =>
                            new HttpRequestMessage(HttpMethod.Post, receiver.Bare)
                            {
                                Content = new ByteArrayContent(body),
                            }
                    )
            )
        )
        {
            rounds.Add(figures[0]);
        }

        return Median(rounds);
    }

    private static async Task<TimeSpan> Told(Receiver receiver, int events)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < events; i++)
        {
            await receiver.Next();
        }

        return watch.Elapsed;
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double[]> IdleDelays(Load load, ServerProcess server, Receiver receiver)
    {
        var shopper = await Shopper.Start(load, server.Address);
        await receiver.Next();
        var delays = new double[IdleAnswers];
        for (var i = 0; i < IdleAnswers; i++)
        {
            await Task.Delay(Random.Shared.Next(20, 100));
            await load.Read(shopper.Answer(server.Address, i));
            var confirmed = Stopwatch.GetTimestamp();
            var told = await receiver.Next();
            // The call may be faster than the reply.
            delays[i] = told < confirmed ? 0 : Stopwatch.GetElapsedTime(confirmed, told).TotalMilliseconds;
        }

        return delays;
    }
}
