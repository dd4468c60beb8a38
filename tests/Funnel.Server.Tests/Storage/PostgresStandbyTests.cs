using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Storage;

public sealed class PostgresStandbyTests
{
    [Fact]
    public async Task A_write_that_the_standby_lacks_is_not_acknowledged_however_long_it_takes()
    {
        await using var servers = await PostgresPair.Start();
        await using var instance = new StoreInstance("postgres", servers.ConnectionString);
        await using var impatient = new StoreInstance("postgres", $"{servers.ConnectionString};Command Timeout=2");
        var order = Sample.Order("ord_1");
        var next = order.Next();
        Assert.True(await instance.Store.TryWriteOrder(order, [order.Event("order.started")], default));
        await impatient.Store.Ping(default);

        await servers.Kill(2);
        await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            impatient.Store.TryWriteOrder(next, [next.Event("order.changed")], default)
        );

        // It is not seen either, or who sends it again would be told that it is done.
        Assert.Equal(1, (await instance.Store.FindOrder("ord_1", default))!.Revision);

        await servers.Start(2, primary: 1);
        await Eventually.Becomes(
            async () => (await instance.Store.FindOrder("ord_1", default))!.Revision,
            revision => revision == 2
        );
        Assert.Equal(2, (await instance.Store.ReadEvents("ord_1", default)).Count);
    }
}
