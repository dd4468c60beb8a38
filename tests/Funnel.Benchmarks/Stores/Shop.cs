using System.Diagnostics;
using System.Globalization;
using Funnel.Benchmarks.Running;
using Funnel.Server.Api;
using Funnel.Server.Tests.Storage;

namespace Funnel.Benchmarks.Stores;

/// <summary>A server on a filled database, and what is asked of it; each as often as it goes in a second.</summary>
internal sealed class Shop : IAsyncDisposable
{
    // A thousand orders fill pages of this size, wherever they begin, and as many of them are open.
    private const int Page = 50;

    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly FilledDatabase _database;
    private readonly ServerProcess _server;
    private readonly Load _load;
    private readonly Shopper[] _shoppers;
    private readonly StoreInstance _store;

    private Shop(FilledDatabase database, ServerProcess server, Load load, Shopper[] shoppers)
    {
        _database = database;
        _server = server;
        _load = load;
        _shoppers = shoppers;
        _store = new(database.Storage.Provider, database.Storage.ConnectionString);
    }

    private int Count => _database.Orders.Count;

    public static async Task<Shop> Open(Databases databases, string provider, int orders, Load load)
    {
        var database = await FilledDatabase.Create(databases, provider, orders, load);
        var server = await ServerProcess.Start(database.Storage);
        return new(database, server, load, await load.StartOrders(server.Address));
    }

    /// <summary>Answers to orders that were started a moment ago, as those of shoppers are.</summary>
    public Task<double> Answers() =>
        _load.PerSecond((client, count) => _shoppers[client].Answer(_server.Address, count));

    /// <summary>The newest orders.</summary>
    public Task<double> FirstPages() => Pages("/v1/orders?");

    /// <summary>Orders of a funnel and a range of time, in the middle of it.</summary>
    public Task<double> DeepPages()
    {
        var (from, middle, to) = (Count / 8, Count / 2, Count / 8 * 7);
        var cursor = Paging.Text(new(StartedAt(middle), CopiedOrders.Id(middle)));
        return Pages($"/v1/orders?funnel=print-shop&{Between(StartedAt(from), StartedAt(to))}&cursor={cursor}&");
    }

    /// <summary>All orders of a funnel that has few, while others have many.</summary>
    public Task<double> RareOrders() =>
        Pages(
            $"/v1/orders?funnel={FilledDatabase.RareFunnel}&{Between(StartedAt(1), StartedAt(Count).AddMinutes(1))}&"
        );

    public Task<double> FeedPages() => Pages($"/v1/events?after={_database.MiddleOfFeed}&");

    /// <summary>Looks for orders whose time has come, one after the other, without a server.</summary>
    public async Task<double> Sweeps()
    {
        var later = TimeProvider.System.GetUtcNow().AddYears(1);
        var watch = Stopwatch.StartNew();
        var count = 0;
        for (; watch.Elapsed < Round; count++)
        {
            await _store.Store.FindLapsed(later, Page, default);
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static string Between(DateTimeOffset from, DateTimeOffset to) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"from={from.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}&to={to.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}"
        );

    private DateTimeOffset StartedAt(int number) => _database.Orders.StartedAt(number);

    private Task<double> Pages(string question)
    {
        var address = new Uri(_server.Address, $"{question}limit={Page}");
        return _load.PerSecond(
            (_, _) =>
                new HttpRequestMessage(HttpMethod.Get, address)
                {
                    Headers = { Authorization = new("Bearer", ServerProcess.MerchantKey) },
                }
        );
    }
}
