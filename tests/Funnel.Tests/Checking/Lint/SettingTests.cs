using System.Globalization;
using Funnel.Checking.Lint;
using Funnel.Definitions;

namespace Funnel.Tests.Checking.Lint;

public sealed class SettingTests
{
    private static readonly (string, string) NoBenefit = (
        "/steps/2/offers/1",
        """{ "id": "box", "add": { "product": "box" } }"""
    );

    [Fact]
    public void Good_shop_has_nothing_to_mend() => Assert.Empty(LintShop.ProblemsOf(LintShop.Json));

    [Theory]
    [InlineData("note", Severity.Note)]
    [InlineData("warning", Severity.Warning)]
    [InlineData("error", Severity.Error)]
    public void Level_of_a_rule_is_as_the_funnel_says(string level, Severity severity)
    {
        var problem = Assert.Single(LintShop.Problems(LintShop.With(NoBenefit, ("/lint", Setting("FNL100", level)))));

        Assert.Equal(("FNL100", severity), (problem.Code, problem.Severity));
    }

    [Fact]
    public void Rule_that_is_off_is_silent_and_no_other() =>
        Assert.Equal(
            ["FNL103 /steps/1/offers/0"],
            LintShop.ProblemsWith(
                NoBenefit,
                ("/products/cards/options/paper/choices/silk/price", "\"0.40\""),
                ("/lint", Setting("FNL100", "off"))
            )
        );

    [Fact]
    public void Finding_raised_to_an_error_keeps_a_funnel_from_being_published() =>
        Assert.True(
            Funnel
                .Checking.Check.Run(
                    System.Text.Encoding.UTF8.GetBytes(LintShop.With(NoBenefit, ("/lint", Setting("FNL100", "error"))))
                )
                .HasErrors
        );

    [Fact]
    public void Who_sets_a_level_says_why() =>
        Assert.Equal(["FNL003 /lint/FNL100"], LintShop.ProblemsWith(("/lint", """{ "FNL100": { "level": "off" } }""")));

    [Theory]
    [InlineData("FNL149", "\"FNL150\"")]
    [InlineData("FNL999", "\"FNL156\"")]
    public void Code_of_no_rule_is_an_error_that_names_the_nearest(string code, string nearest)
    {
        var problem = Assert.Single(LintShop.Problems(LintShop.With(("/lint", Setting(code, "off")))));

        Assert.Equal(("FNL053", Severity.Error, $"/lint/{code}"), (problem.Code, problem.Severity, problem.Pointer));
        Assert.Contains(nearest, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FNL001")]
    [InlineData("FNL010")]
    [InlineData("FNL099")]
    public void What_keeps_a_funnel_from_running_has_no_level(string code) =>
        Assert.Equal([$"FNL053 /lint/{code}"], LintShop.ProblemsWith(("/lint", Setting(code, "off"))));

    [Fact]
    public void Of_a_file_with_errors_lint_says_nothing() =>
        Assert.Equal(
            ["FNL010 /steps/2/offers/0/add/product"],
            LintShop.ProblemsWith(NoBenefit, ("/steps/2/offers/0/add/product", "\"pencils\""))
        );

    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_they_ascend()
    {
        var codes = LintRules.All.Select(rule => rule.Code).ToList();

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.InRange(int.Parse(code[3..], CultureInfo.InvariantCulture), 100, 999));
    }

    [Fact]
    public void Rules_of_law_name_the_directive() =>
        Assert.All(
            LintRules.All.Where(rule => string.CompareOrdinal(rule.Code, "FNL150") >= 0),
            rule => Assert.Matches(@"Directive [0-9]+/[0-9]+/E[CU], (article|annex)", rule.Source)
        );

    private static string Setting(string code, string level) =>
        $$"""{ "{{code}}": { "level": "{{level}}", "because": "We have our reasons." } }""";
}
