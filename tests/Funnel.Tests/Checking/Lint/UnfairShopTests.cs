using System.Runtime.CompilerServices;
using Funnel.Checking.Lint;

namespace Funnel.Tests.Checking.Lint;

/// <summary>A shop that does everything wrong that can be done, and what its merchant reads.</summary>
public sealed class UnfairShopTests
{
    private static string Json([CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "unfair-shop.json"));

    [Fact]
    public void It_breaks_every_rule() =>
        Assert.Equal(
            LintRules.All.Select(rule => rule.Code),
            LintShop.Problems(Json()).Select(problem => problem.Code).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Report_reads_as_approved()
    {
        var lines = LintShop
            .Problems(Json())
            .Select(problem =>
                $"{problem.Line}:{problem.Column} {problem.Severity} {problem.Code} {problem.Pointer}\n  {problem.Message}\n"
            );

        Approved.Equal("unfair-shop", "txt", string.Concat(lines));
    }
}
