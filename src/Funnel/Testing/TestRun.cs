using Funnel.Checking;
using Funnel.Machine;

namespace Funnel.Testing;

/// <summary>Runs a file of tests: walks by really answering, properties by the census of all walks.</summary>
public static class TestRun
{
    /// <param name="tests">The file, a byte order mark allowed.</param>
    /// <param name="checkedFunnel">The report on the funnel, without errors.</param>
    /// <param name="machine">The same funnel, compiled.</param>
    public static TestReport Of(ReadOnlySpan<byte> tests, CheckReport checkedFunnel, FunnelMachine machine)
    {
        var reading = BesideFunnel.Read<FunnelTests>(tests, machine, TestReferences.Find);
        if (reading.Problems.Count > 0 || reading.Content is not { } file)
        {
            return new(reading.Problems, []);
        }

        var properties = new PropertyJudge(reading, checkedFunnel, machine);
        return new(
            [],
            [
                .. file.Walks.Select((walk, index) => new WalkJudge(reading, machine, walk, $"/walks/{index}").Judge()),
                .. file.Properties.Select((property, index) => properties.Judge(property, $"/properties/{index}")),
            ]
        );
    }
}
