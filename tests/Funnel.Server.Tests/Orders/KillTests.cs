using System.Globalization;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders;

/// <summary>What was acknowledged survives the death of the server, and of its database, at any moment, exactly once.</summary>
public sealed class KillTests(SharedPostgres postgres)
{
    /// <summary>How often each test kills: a few times, or as <c>tests/soak</c> says.</summary>
    private static readonly int Kills = int.Parse(
        Environment.GetEnvironmentVariable("FUNNEL_SOAK_KILLS") ?? "3",
        CultureInfo.InvariantCulture
    );

    private readonly Shoppers _shoppers = new();

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_server_that_is_killed_under_load_has_lost_nothing_and_done_nothing_twice(string provider)
    {
        using var data = new TemporaryFolder();
        var connectionString =
            provider == "sqlite" ? $"Data Source={data.Path}/funnel.db" : await postgres.CreateDatabase();
        var settings = new ServerSettings { Data = data }.On(provider, connectionString);
        await using var stored = new StoredOrders(provider, connectionString);

        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.Start(settings);
            await _shoppers.Each(shopper => shopper.FindLatest(server.Api, stored));

            var load = _shoppers.Each(shopper => ShopUntilKilled(shopper, server.Api));
            await AnInstant(load);
            await server.Kill();
            await load;
        }

        await FindEverythingAnew(settings, stored);
        Assert.All(_shoppers.Refused, refused => Assert.Equal(0, refused));
        Tell($"the server on {provider}");
    }

    [Fact]
    public async Task A_database_that_is_killed_under_load_has_lost_nothing_and_done_nothing_twice()
    {
        using var data = new TemporaryFolder();
        await using var database = await PostgresServer.Start();
        var connectionString = await database.CreateDatabase();
        var settings = new ServerSettings { Data = data }.On("postgres", connectionString);

        await using (var server = await ServerProcess.Start(settings))
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                using var done = new CancellationTokenSource();
                var load = _shoppers.Each(shopper => shopper.Shop(server.Api, done.Token));
                await AnInstant(load);
                await database.Kill();
                await database.Open();

                // They send again what was refused, and finish the order that they are at.
                await done.CancelAsync();
                await load;
                await using var stored = new StoredOrders("postgres", connectionString);
                await _shoppers.Each(shopper => shopper.FindLatest(server.Api, stored));
            }
        }

        await using var all = new StoredOrders("postgres", connectionString);
        await FindEverythingAnew(settings, all);
        Assert.True(_shoppers.Refused.Sum() > 0, "Nobody saw the database go.");
        Tell("PostgreSQL");
    }

    /// <summary>Until some more writes were acknowledged, however busy the machine is.</summary>
    private async Task AnInstant(Task load)
    {
        var until = _shoppers.Writes + Random.Shared.Next(400);
        while (_shoppers.Writes < until && !load.IsCompleted)
        {
            await Task.Delay(Random.Shared.Next(1, 20), TestContext.Current.CancellationToken);
        }
    }

    private static async Task ShopUntilKilled(Shopper shopper, ApiClient api)
    {
        try
        {
            await shopper.Shop(api, TestContext.Current.CancellationToken);
        }
        catch (HttpRequestException)
        {
            // The server was killed; what it was doing is in doubt.
        }
    }

    private async Task FindEverythingAnew(ServerSettings settings, StoredOrders stored)
    {
        await using var server = await ServerProcess.Start(settings);
        await _shoppers.FindEverything(server.Api, stored);
        Assert.True(_shoppers.Writes > Kills, "Without load nothing is shown.");
    }

    private void Tell(string killed) =>
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Kills} kills of {killed}: {_shoppers.Writes} writes acknowledged and found; of those that nobody answered "
                + $"{_shoppers.InDoubt.Happened} had happened and {_shoppers.InDoubt.HadNot} had not; "
                + $"{_shoppers.Refused.Sum()} times told to come back"
        );
}
