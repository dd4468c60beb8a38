using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Funnel.Server.Tests.Events;

/// <summary>What goes wrong for one endpoint passes, and is nothing to the others.</summary>
public sealed class WebhookFaultTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_store_that_fails_for_one_endpoint_is_tried_again_while_the_other_is_told()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var receiver = await WebhookReceiver.Start();
        var database = await postgres.CreateDatabase();
        await using var server = RunningServer.Start(
            new ServerSettings { FunnelsDirectory = funnels.Path }
                .On("postgres", database)
                .Telling("faulty", receiver)
                .Telling("sound", receiver)
        );
        await Told(receiver, "faulty", await server.Api.Start("mug"));

        await Execute(
            database,
            """
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION USING ERRCODE = ''53100'', MESSAGE = ''disk full''; END';
            CREATE TRIGGER fails BEFORE UPDATE ON webhook_positions FOR EACH ROW
                WHEN (NEW.endpoint = 'faulty') EXECUTE FUNCTION fail();
            """
        );
        var order = await server.Api.Start("mug");
        await Told(receiver, "sound", order);
        await Eventually.Becomes(() => Task.FromResult(server.Errors.Count), errors => errors > 0);
        Assert.DoesNotContain(receiver.Calls, call => IsOf(call, "faulty", order));
        await Execute(database, "DROP TRIGGER fails ON webhook_positions");

        await Told(receiver, "faulty", order);
    }

    [Fact]
    public async Task What_happens_is_told_while_ever_more_happens()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var receiver = await WebhookReceiver.Start();
        await using var server = RunningServer.Start(
            new ServerSettings { FunnelsDirectory = funnels.Path }.Telling("shop", receiver)
        );
        using var enough = new CancellationTokenSource();
        var shoppers = Enumerable
            .Range(0, 16)
            .Select(_ =>
                Task.Run(async () =>
                {
                    var started = 0;
                    for (; !enough.IsCancellationRequested; started++)
                    {
                        await server.Api.Start("mug");
                    }

                    return started;
                })
            )
            .ToList();

        // Three times over, what was new when it was looked at is told before the shoppers pause.
        for (var round = 0; round < 3; round++)
        {
            await Told(receiver, "shop", await server.Api.Start("mug"));
        }

        await enough.CancelAsync();
        var all = (await Task.WhenAll(shoppers)).Sum() + 3;
        await Eventually.Becomes(() => Task.FromResult(receiver.Calls.Count), calls => calls >= all);
        Assert.Equal(all, receiver.Calls.Select(call => call.Id).Distinct().Count());
    }

    [Fact]
    public async Task Orders_that_never_rest_do_not_keep_others_from_being_told()
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var receiver = await WebhookReceiver.Start();
        await using var server = RunningServer.Start(
            new ServerSettings { FunnelsDirectory = funnels.Path }.Telling("shop", receiver)
        );
        var restless = new ConcurrentDictionary<string, OrderClient>();
        receiver.Answer = async (call, http) =>
        {
            var data = JsonElement.Parse(call.Body).GetProperty("data");
            server.Clock.Advance(TimeSpan.FromMilliseconds(1));
            if (restless.TryGetValue(data.GetProperty("order").GetString()!, out var order))
            {
                // While it is told of one event it has the next, which is seen before this call ends.
                await order.Answer("mug", Answers.Accept("mug", 1 + data.GetProperty("revision").GetInt32() % 2));
                await Task.Delay(100, http.RequestAborted);
            }

            http.Response.StatusCode = StatusCodes.Status204NoContent;
        };
        // More than are looked at to find one that is due.
        for (var i = 0; i < 100; i++)
        {
            var order = await server.Api.Start("mug");
            restless[order.Id] = order;
            await order.Take("mug", Answers.Accept("mug", 3));
        }

        await Told(receiver, "shop", await server.Api.Start("mug"));
    }

    private static bool IsOf(WebhookCall call, string endpoint, OrderClient order) =>
        call.Path == $"/{endpoint}" && Encoding.UTF8.GetString(call.Body).Contains(order.Id, StringComparison.Ordinal);

    private static Task<bool> Told(WebhookReceiver receiver, string endpoint, OrderClient order) =>
        Eventually.Becomes(
            () => Task.FromResult(receiver.Calls.Any(call => IsOf(call, endpoint, order))),
            told => told
        );

    private static async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
