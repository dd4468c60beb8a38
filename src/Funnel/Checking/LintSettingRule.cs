using Funnel.Checking.Lint;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>What is set for lint is set for one of its rules.</summary>
internal static class LintSettingRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from code in subject.Funnel.Lint.Keys
        where LintRules.All.All(rule => rule.Code != code)
        select new Finding(CheckCodes.UnknownLintRule, Site.Of("/lint", code), Message(code));

    private static string Message(string code) =>
        string.CompareOrdinal(code, LintRules.All[0].Code) < 0
            ? $"{Quoted.Value(code)} keeps a funnel from running, so it cannot be set to another level. Mend what it reports, and take this out."
            : $"Lint has no rule {Quoted.Value(code)}. {Nearest(code)}";

    /// <summary>Codes are numbers: what is written like one of them is not what is near to it.</summary>
    private static string Nearest(string code)
    {
        var nearest = LintRules.All.MinBy(rule => Math.Abs(NumberOf(rule.Code) - NumberOf(code)))!;
        return $"The nearest is {Quoted.Value(nearest.Code)}: {nearest.Title}. Write that, or take this out.";
    }

    private static int NumberOf(string code) =>
        int.Parse(code.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture);
}
