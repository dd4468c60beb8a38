using Funnel.Benchmarks.Running;
using Funnel.Server.Storage;
using static Funnel.Benchmarks.Running.Rounds;

namespace Funnel.Benchmarks.Http;

/// <summary>
/// Durable answers per second over HTTP, beside a bare endpoint that reads the same body and replies as many bytes. Also the
/// first reply after a start, and the memory at rest.
/// </summary>
internal static class HttpTable
{
    private const double Target = 0.5;
    private const double FirstReplyTarget = 0.8;
    private const int MemoryTarget = 110;

    /// <returns>The exit code: 1 where a target is missed.</returns>
    public static async Task<int> Print(TextWriter output)
    {
        await using var databases = new Databases();
        var storage = await databases.Create(StorageOptions.Sqlite);
        // The first start fills the caches of the file system and publishes the funnels.
        await using (await ServerProcess.Start(storage)) { }

        await using var server = await ServerProcess.Start(storage);
        var memory = server.ResidentMebibytes();
        using var load = new Load();
        var shoppers = await load.StartOrders(server.Address);
        await using var bare = await BareServer.Start(await load.Read(shoppers[0].Answer(server.Address, 0)));

        var ratios = await Rounds.Print(
            output,
            ("bare replies/s", () => load.PerSecond((client, count) => shoppers[client].Answer(bare.Address, count))),
            (
                "durable answers/s",
                () => load.PerSecond((client, count) => shoppers[client].Answer(server.Address, count))
            )
        );
        output.WriteLine(Invariant($"median ratio {ratios[1]:F2}, target ≥ {Target:F1}"));
        output.WriteLine(
            Invariant(
                $"first reply {server.FirstReply.TotalSeconds:F2} s after the start, target ≤ {FirstReplyTarget} s"
            )
        );
        output.WriteLine(Invariant($"resident at rest {memory} MiB, target ≤ {MemoryTarget} MiB"));
        return ratios[1] >= Target && server.FirstReply.TotalSeconds <= FirstReplyTarget && memory <= MemoryTarget
            ? 0
            : 1;
    }
}
