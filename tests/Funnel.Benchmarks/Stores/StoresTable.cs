using Funnel.Benchmarks.Running;
using Funnel.Server.Storage;

namespace Funnel.Benchmarks.Stores;

/// <summary>What the stores can do: beside a bare endpoint, for several instances, and with many orders.</summary>
internal static class StoresTable
{
    public static readonly IReadOnlyList<(string Name, string Provider)> Stores =
    [
        ("SQLite", StorageOptions.Sqlite),
        ("PostgreSQL", StorageOptions.Postgres),
    ];

    /// <returns>The exit code: 1 where many orders make something slower.</returns>
    public static async Task<int> Print(TextWriter output)
    {
        await using var databases = new Databases();
        using var load = new Load();
        await BesideBareTable.Print(output, databases, load);
        await InstancesTable.Print(output, databases, load);
        var flat = true;
        foreach (var (name, provider) in Stores)
        {
            flat &= await SizesTable.Print(output, name, provider, databases, load);
        }

        return flat ? 0 : 1;
    }
}
