using Funnel.Checking.Lint;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking;

/// <summary>
/// Reads a definition and reports everything that keeps it from running, in one go; where nothing does, what it would be better
/// without.
/// </summary>
public static class Check
{
    /// <summary>After so many states the census stops.</summary>
    public const int MostStates = Proven.MostStates;

    private static readonly Func<Subject, IEnumerable<Finding>>[] Rules =
    [
        ProductReferenceRule.Find,
        LineReferenceRule.Find,
        OptionReferenceRule.Find,
        CategoryReferenceRule.Find,
        InputReferenceRule.Find,
        ShippingRule.Find,
        TaxRule.Find,
        StepReferenceRule.Find,
        EdgeCaseRule.Find,
        CycleRule.Find,
        ReachabilityRule.Find,
        QuantityPriceRule.Find,
        TierRule.Find,
        PercentageRule.Find,
        QuantityRule.Find,
        DefaultsRule.Find,
        FixedChoicesRule.Find,
        FactRule.Find,
        FactReferenceRule.Find,
        TestRule.Find,
        OperandReferenceRule.Find,
        EffectRule.Find,
        NeverThereRule.Find,
        TitleRule.Find,
        StepKindRule.Find,
        StepSizeRule.Find,
        PickRule.Find,
        SelectionDiscountRule.Find,
        FieldRule.Find,
        LintSettingRule.Find,
    ];

    /// <param name="utf8">The file as it is, a byte order mark allowed.</param>
    /// <param name="looked">Is told now and then how many of at most <see cref="MostStates"/> states the census has looked at.</param>
    public static CheckReport Run(ReadOnlySpan<byte> utf8, Action<int>? looked = null)
    {
        var report = Structure(utf8, out var subject);
        // What does not run cannot be walked.
        if (subject is null || report.Machine is null)
        {
            return report;
        }

        var proofs = Proven.Of(report.Machine, looked: looked);
        List<Problem> found =
        [
            .. proofs.Findings.Select(proven => subject.File.Place(proven.Finding, proven.Severity)),
        ];
        if (found.TrueForAll(problem => problem.Severity is not Severity.Error))
        {
            found.AddRange(LintRules.Find(new LintSubject(subject, proofs.Census)));
        }

        return report with
        {
            Problems = InFileOrder(found),
            Census = proofs.Census,
            Bounds = proofs.Bounds,
        };
    }

    /// <summary>Only what keeps it from running, without going its walks.</summary>
    internal static CheckReport Structure(ReadOnlySpan<byte> utf8, out Subject? subject)
    {
        var reading = DefinitionReader.Read(utf8);
        subject = reading.Definition is { } definition ? new(definition, new(reading)) : null;
        IReadOnlyList<Problem> problems = InFileOrder([.. reading.Problems, .. subject is null ? [] : Errors(subject)]);
        return new(reading.Definition, problems)
        {
            Machine = problems.Count == 0 ? FunnelMachine.Compile(reading.Definition!) : null,
        };
    }

    private static IEnumerable<Problem> Errors(Subject subject) =>
        Rules.SelectMany(rule => rule(subject)).Distinct().SelectMany(subject.File.Place);

    private static IReadOnlyList<Problem> InFileOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
