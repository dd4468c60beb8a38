using Funnel.Server.Tests.Orders;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Deploy;

/// <summary>
/// What <c>deploy/compose.yaml</c> puts together, without containers: three instances behind nginx, on PostgreSQL with a
/// standby.
/// </summary>
public sealed class FailoverTests
{
    private const int Some = 40;

    [Fact]
    public async Task An_instance_and_the_primary_that_die_under_load_take_nothing_acknowledged_with_them()
    {
        using var data = new TemporaryFolder();
        await using var databases = await PostgresPair.Start();
        var settings = new ServerSettings { Data = data, More = databases.Environment };
        var instances = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ServerProcess.Start(settings)));
        await using var one = instances[0];
        await using var two = instances[1];
        await using var three = instances[2];
        await using var nginx = await Nginx.Start(instances.Select(instance => instance.Api.Address));
        var shoppers = new Shoppers();
        using var done = new CancellationTokenSource();
        var load = shoppers.Each(shopper => shopper.Shop(nginx.Api, done.Token));

        await Writes(Some);
        await two.Kill();
        await Writes(Some);
        await databases.Kill(1);
        await databases.Start(2, primary: 2);
        await databases.Start(1, primary: 2);
        await Writes(Some);
        await done.CancelAsync();
        await load;

        await using var stored = new StoredOrders(
            "postgres",
            $"{databases.ConnectionString};Target Session Attributes=primary"
        );
        await shoppers.FindEverything(nginx.Api, stored);

        async Task Writes(int more)
        {
            var until = shoppers.Writes + more;
            while (shoppers.Writes < until && !load.IsCompleted)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }
}
