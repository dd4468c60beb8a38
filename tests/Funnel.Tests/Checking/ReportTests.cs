using System.Globalization;
using System.Runtime.CompilerServices;
using Funnel.Checking;

namespace Funnel.Tests.Checking;

public sealed class ReportTests
{
    [Fact]
    public void Shop_of_these_tests_has_no_problems()
    {
        var report = CheckedShop.Check(CheckedShop.Json);

        Assert.Empty(report.Problems);
        Assert.False(report.HasErrors);
        Assert.NotNull(report.Definition);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"id\": ")]
    [InlineData("{}")]
    [InlineData("{ \"steps\": [null, {}, { \"offers\": [{}] }], \"products\": { \"a\": null } }")]
    public void Whatever_is_not_a_funnel_is_reported_rather_than_thrown(string json) =>
        Assert.True(CheckedShop.Check(json).HasErrors);

    [Fact]
    public void Every_code_is_given_out_once_and_below_those_of_lint()
    {
        var codes = typeof(CheckCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(codes.Distinct(), codes);
        Assert.All(codes, code => Assert.InRange(int.Parse(code[3..], CultureInfo.InvariantCulture), 10, 99));
    }

    [Fact]
    public void Report_reads_as_approved()
    {
        var lines = CheckedShop
            .Check(File.ReadAllText(Beside("broken-shop.json")))
            .Problems.Select(problem =>
                $"{problem.Line}:{problem.Column} {problem.Severity} {problem.Code} {problem.Pointer}\n  {problem.Message}\n"
            );

        Approved.Equal("broken-shop", "txt", string.Concat(lines));
    }

    private static string Beside(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, file);
}
