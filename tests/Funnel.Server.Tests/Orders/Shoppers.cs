using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders;

/// <summary>Enough shoppers at once for a load.</summary>
internal sealed class Shoppers
{
    private readonly Shopper[] _all = [.. Enumerable.Range(0, 8).Select(_ => new Shopper())];

    public int Orders => _all.Sum(shopper => shopper.Orders);

    /// <summary>How many writes were acknowledged.</summary>
    public int Writes => _all.Sum(shopper => shopper.Writes);

    /// <summary>How often each was told to come back later.</summary>
    public IReadOnlyList<int> Refused => [.. _all.Select(shopper => shopper.Refused)];

    /// <summary>How many changes that nobody answered had happened, and how many had not.</summary>
    public (int Happened, int HadNot) InDoubt =>
        (_all.Sum(shopper => shopper.InDoubt.Happened), _all.Sum(shopper => shopper.InDoubt.HadNot));

    /// <summary>Completes with the last of them, or fails with the first that fails.</summary>
    public async Task Each(Func<Shopper, Task> act)
    {
        await foreach (var one in Task.WhenEach(_all.Select(act)))
        {
            await one;
        }
    }

    /// <summary>The server and the store have everything that was acknowledged, and nothing else.</summary>
    /// <param name="others">Orders that somebody else started.</param>
    public async Task FindEverything(ApiClient api, StoredOrders stored, int others = 0)
    {
        await Each(shopper => shopper.FindEverything(api, stored));
        Assert.Equal((Orders + others, Writes + others), await stored.Count());
    }
}
