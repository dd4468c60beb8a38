using System.Data.Common;
using Funnel.Server.Api;
using Funnel.Server.Funnels;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Funnel.Server.Tests.Orders;

/// <summary>What a store has of orders, read past the server that serves them.</summary>
internal sealed class StoredOrders : IAsyncDisposable
{
    private readonly StoreInstance _instance;
    private readonly PublishedFunnels _funnels;
    private readonly Func<DbConnection> _connect;

    public StoredOrders(string provider, string connectionString)
    {
        _instance = new(provider, connectionString);
        _funnels = new(_instance.Store, NullLogger<PublishedFunnels>.Instance);
        _connect = () =>
            provider == "sqlite"
                ? new SqliteConnection($"{connectionString};Pooling=False")
                : new NpgsqlConnection($"{connectionString};Pooling=false");
    }

    /// <summary>The view, folded from the document that is stored.</summary>
    public async Task<string> Fold(string id)
    {
        var stored = await _instance.Store.FindOrder(id, TestContext.Current.CancellationToken);
        var funnel = await _funnels.Find(stored!.FunnelId, stored.FunnelVersion, TestContext.Current.CancellationToken);
        var order = KeptOrder.Read(stored, funnel!);
        return WireJson.Of(OrderViews.Of(order, order.Order.Walk.Start.Locale, TimeProvider.System.GetUtcNow()));
    }

    public async Task<IReadOnlyList<StoredEvent>> Events(string id) =>
        await _instance.Store.ReadEvents(id, TestContext.Current.CancellationToken);

    /// <summary>How many orders there are in all, and how many events.</summary>
    public async Task<(long Orders, long Events)> Count()
    {
        await using var connection = _connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return (await Count("orders"), await Count("events"));

        async Task<long> Count(string table)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {table}";
            return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        }
    }

    public ValueTask DisposeAsync()
    {
        _funnels.Dispose();
        return _instance.DisposeAsync();
    }
}
