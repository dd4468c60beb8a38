using System.Runtime.CompilerServices;
using Funnel.Checking;
using Funnel.Machine;
using Funnel.Testing;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Testing;

/// <summary>What a merchant reads where tests fail, or cannot be read.</summary>
public sealed class FailingTestsTests
{
    [Theory]
    [InlineData("failing")]
    [InlineData("misspelt")]
    public void Everything_is_told_at_once_with_its_place(string name)
    {
        var run = Run(File.ReadAllBytes(Path.Combine(Here(), $"{name}.tests.json")));

        Assert.True(run.HasFailed);
        Approved.Equal(
            name,
            "txt",
            string.Concat(
                run.AllProblems.Select(problem =>
                    $"{problem.Line}:{problem.Column} {problem.Code} {problem.Pointer}\n    {problem.Message}\n"
                )
            )
        );
    }

    [Fact]
    public void What_a_census_did_not_reach_is_not_taken_for_true()
    {
        var report = Check.Run(ShippedFunnels.Read("print-shop.json"));

        var run = TestRun.Of(
            """{ "funnel": "print-shop", "properties": [ { "everyWalkIsAtLeast": "0.00" }, { "noWalkExceeds": "1000000.00" } ] }"""u8,
            report with
            {
                Census = null,
                Bounds = new(10, 100_00, 7),
            },
            FunnelMachine.Compile(report.Definition!)
        );

        Assert.Equal([TestCodes.PropertyUndecided], run.AllProblems.Select(problem => problem.Code));
        Assert.Contains("stopped at 7 states", run.AllProblems[0].Message, StringComparison.Ordinal);
    }

    private static TestReport Run(byte[] tests)
    {
        var report = Check.Run(ShippedFunnels.Read("print-shop.json"));
        return TestRun.Of(tests, report, FunnelMachine.Compile(report.Definition!));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
