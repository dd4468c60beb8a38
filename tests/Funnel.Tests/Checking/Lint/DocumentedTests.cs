using System.Text;
using System.Text.RegularExpressions;
using Funnel.Checking.Lint;
using Funnel.Definitions;
using Funnel.Tests.Definitions;

namespace Funnel.Tests.Checking.Lint;

/// <summary>What the authoring guide teaches of lint is so.</summary>
public sealed class DocumentedTests
{
    private static readonly string Guide = Encoding.UTF8.GetString(ShippedFunnels.Read("README.md"));

    [Fact]
    public void Its_table_has_every_rule()
    {
        var rows = LintRules.All.Select(rule =>
            $"| {rule.Code} | **{rule.Title}.** {rule.Reason} | {rule.Level.ToString().ToLowerInvariant()} | {rule.Source} |"
        );

        Assert.Contains(
            $"| code | finds | level | source |\n|---|---|---|---|\n{string.Join('\n', rows)}\n\n",
            Guide,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Tutorial_s_shop_is_told_what_it_says()
    {
        var shop = Regex.Match(Guide, "^## The whole file\n+```json\n(?<json>.*?)^```", Options, Patience).Groups[
            "json"
        ];

        var problems = LintShop.Problems(shop.Value);

        Assert.Equal(["FNL156", "FNL105", "FNL105"], problems.Select(problem => problem.Code));
        Assert.Contains(
            $"coffee.json:{problems[1].Line}:{problems[1].Column}: warning FNL105 at {problems[1].Pointer}: {problems[1].Message}\n",
            Guide,
            StringComparison.Ordinal
        );
        Assert.Contains("gift-wrap", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("/steps/7/", problems[2].Pointer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ShippedFunnels.Names), MemberType = typeof(ShippedFunnels))]
    public void Funnel_that_comes_with_the_product_has_heeded_or_settled_everything_and_settled_nothing_else(
        string file
    )
    {
        var definition = DefinitionReader.Read(ShippedFunnels.Read(file)).Definition!;
        var anew = DefinitionWriter.Write(definition with { Lint = new Dictionary<string, LintDefinition>() });

        Assert.Equal(
            definition.Lint.Keys.Order(),
            LintShop
                .Problems(Encoding.UTF8.GetString(anew))
                .Where(LintShop.IsOfLint)
                .Select(problem => problem.Code)
                .Distinct()
                .Order()
        );
    }

    private const RegexOptions Options =
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
}
