using System.Text;
using Funnel.Checking;
using Funnel.Machine;
using Funnel.Simulation;
using Funnel.Testing;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Testing;

/// <summary>The examples of the authoring guide are true.</summary>
public sealed class GuideTests
{
    private static readonly string Guide = Encoding.UTF8.GetString(ShippedFunnels.Read("README.md"));

    private static readonly byte[] Coffee = Example("## The whole file");

    [Fact]
    public void Its_tests_pass_on_its_funnel()
    {
        var report = Check.Run(Coffee);

        var run = TestRun.Of(Example("# Testing a funnel"), report, FunnelMachine.Compile(report.Definition!));

        Assert.Empty(run.AllProblems);
        Assert.Equal(4, run.Results.Count);
    }

    [Fact]
    public void Its_rates_are_read_for_its_funnel()
    {
        var machine = FunnelMachine.Compile(Check.Run(Coffee).Definition!);

        Assert.Empty(RatesReading.Read(Example("## Simulation"), machine).Problems);
    }

    /// <summary>The first JSON under a heading.</summary>
    private static byte[] Example(string heading)
    {
        var under = Guide[Guide.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..];
        const string Fence = "```json\n";
        var json = under[(under.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length)..];
        return Encoding.UTF8.GetBytes(json[..json.IndexOf("```", StringComparison.Ordinal)]);
    }
}
