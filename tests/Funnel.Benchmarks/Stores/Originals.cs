using Funnel.Benchmarks.Running;

namespace Funnel.Benchmarks.Stores;

/// <summary>Real orders of the print shop, one of each kind, from which many are copied.</summary>
/// <param name="Completed">Walked to its end.</param>
/// <param name="Cancelled">Walked a part of the way, as the open one.</param>
internal sealed record Originals(Shopper Completed, Shopper Cancelled, Shopper Open)
{
    private const int PartOfTheWay = 3;

    /// <summary>Makes them through the API.</summary>
    public static async Task<Originals> Make(Load load, Uri server)
    {
        var completed = await Shopper.Start(load, server);
        await completed.Walk(load, server, int.MaxValue);
        await completed.Complete(load, server);
        var cancelled = await Shopper.Start(load, server);
        await cancelled.Walk(load, server, PartOfTheWay);
        await cancelled.Cancel(load, server);
        var open = await Shopper.Start(load, server);
        await open.Walk(load, server, PartOfTheWay);
        return new(completed, cancelled, open);
    }
}
