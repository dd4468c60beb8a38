using Funnel.Checking;
using Funnel.Machine;
using Funnel.Testing;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Testing;

/// <summary>Each funnel that comes with the product has tests beside it, and they pass.</summary>
public sealed class ShippedTestsTests
{
    [Theory]
    [MemberData(nameof(ShippedFunnels.Names), MemberType = typeof(ShippedFunnels))]
    public void Its_tests_pass(string name)
    {
        var report = Check.Run(ShippedFunnels.Read(name));

        var run = TestRun.Of(
            ShippedFunnels.Read(name.Replace(".json", ".tests.json", StringComparison.Ordinal)),
            report,
            FunnelMachine.Compile(report.Definition!)
        );

        Assert.Empty(run.AllProblems);
        Assert.False(run.HasFailed);
        Assert.True(run.Results.Count(result => !result.IsProperty) >= 3);
    }
}
