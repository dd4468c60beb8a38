using System.Runtime.CompilerServices;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Tests.Definitions;

/// <summary>What earlier releases have published is read by this one, or the orders on it would be lost.</summary>
public sealed class EarlierDefinitionsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder(), "*.json", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Folder(), file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Definition_of_an_earlier_release_is_read_compiled_and_sold(string file)
    {
        var reading = DefinitionReader.Read(File.ReadAllBytes(Path.Combine(Folder(), file)));

        Assert.Empty(reading.Problems);
        var machine = FunnelMachine.Compile(reading.Definition!);
        Assert.NotNull(Quote.FromPrice(machine, Noon));
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Earlier");
}
