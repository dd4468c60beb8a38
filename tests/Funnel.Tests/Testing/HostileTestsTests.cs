using System.Text;
using FsCheck.Fluent;
using Funnel.Checking;
using Funnel.Machine;
using Funnel.Testing;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Testing;

/// <summary>Whatever becomes of a file of tests, running it tells what is wrong and never fails.</summary>
public sealed class HostileTestsTests
{
    private static readonly CheckReport Report = Check.Run(ShippedFunnels.Read("print-shop.json"));
    private static readonly FunnelMachine Machine = FunnelMachine.Compile(Report.Definition!);
    private static readonly byte[] Tests = ShippedFunnels.Read("print-shop.tests.json");

    [Fact]
    public void A_file_with_changed_characters_is_run_or_told_to_be_wrong() =>
        Property.Holds(
            Arb.From(
                Gen.ArrayOf(
                    Gen.Zip(Gen.Choose(0, Tests.Length - 1), Gen.Choose(0, 127), (at, to) => (At: at, To: (byte)to)),
                    3
                )
            ),
            changes =>
            {
                var damaged = (byte[])Tests.Clone();
                foreach (var (at, to) in changes)
                {
                    damaged[at] = to;
                }

                AssertIsPlaced(damaged);
            },
            times: 300
        );

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "funnel": "print-shop" }""")]
    [InlineData("""{ "funnel": "print-shop", "walks": [ null ], "properties": [ [], 1, { "offer": "/" } ] }""")]
    [InlineData("""{ "funnel": "print-shop", "walks": [ { "name": "x", "steps": [ {}, { "step": {} }, [] ] } ] }""")]
    [InlineData(
        """{ "funnel": "print-shop", "walks": [ { "name": "x", "start": { "at": "9999-12-31T23:59" }, "steps": [ { "declineTo": "end" } ] } ] }"""
    )]
    public void What_is_no_file_of_tests_is_told_so(string file) =>
        Assert.True(AssertIsPlaced(Encoding.UTF8.GetBytes(file)).HasFailed);

    private static TestReport AssertIsPlaced(byte[] file)
    {
        var run = TestRun.Of(file, Report, Machine);
        Assert.Equal(run.HasFailed, run.AllProblems.Count > 0);
        Assert.All(
            run.AllProblems,
            problem => Assert.True(problem is { Line: > 0, Column: > 0, Message.Length: > 10 })
        );
        return run;
    }
}
