using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>All rules of lint, and what they find at the levels that a funnel sets.</summary>
public static class LintRules
{
    /// <summary>By code.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new BenefitMissingRule(),
        new BenefitOfPriceRule(),
        new AlternativesRule(),
        new StepUpRule(),
        new AccessoryFirstRule(),
        new CrossSellShareRule(),
        new BundlePriceRule(),
        new FatigueRule(),
        new UpsellLateRule(),
        new SeasonalWordRule(),
        new RarelySeenRule(),
        new DownsellRule(),
        new SilentBranchRule(),
        new FreeShippingLostRule(),
        new FreeDoublingRule(),
        new OfferPriceRule(),
        new PaidDefaultRule(),
        new FreeDeliveryCostRule(),
        new FormerPriceRule(),
        new FalseDeadlineRule(),
        new StatutoryRightRule(),
        new ObligationDeniedRule(),
        new WithdrawalRule(),
    ];

    internal static IEnumerable<Problem> Find(LintSubject subject) =>
        from rule in All
        let level = subject.Funnel.Lint.GetValueOrDefault(rule.Code)?.Level ?? rule.Level
        where level is not LintLevel.Off
        from finding in rule.Find(subject).Distinct()
        select subject.File.Place(finding, SeverityOf(level));

    private static Severity SeverityOf(LintLevel level) =>
        level switch
        {
            LintLevel.Note => Severity.Note,
            LintLevel.Warning => Severity.Warning,
            _ => Severity.Error,
        };
}
