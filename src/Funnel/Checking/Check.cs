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
        PickRule.Find,
        SelectionDiscountRule.Find,
        FieldRule.Find,
        LintSettingRule.Find,
    ];

    /// <param name="utf8">The file as it is, a byte order mark allowed.</param>
    public static CheckReport Run(ReadOnlySpan<byte> utf8)
    {
        var reading = DefinitionReader.Read(utf8);
        if (reading.Definition is not { } definition)
        {
            return new(null, InFileOrder(reading.Problems));
        }

        var subject = new Subject(definition, new(reading));
        var found = Rules.SelectMany(rule => rule(subject)).Distinct().SelectMany(subject.File.Place);
        List<Problem> problems = [.. reading.Problems, .. found];
        if (problems.Count > 0)
        {
            return new(definition, InFileOrder(problems));
        }

        // What does not run cannot be walked.
        var proofs = Proven.Of(FunnelMachine.Compile(definition));
        problems.AddRange(proofs.Findings.Select(proven => subject.File.Place(proven.Finding, proven.Severity)));
        if (problems.TrueForAll(problem => problem.Severity is not Severity.Error))
        {
            problems.AddRange(LintRules.Find(new LintSubject(subject, proofs.Census)));
        }

        return new(definition, InFileOrder(problems)) { Census = proofs.Census, Bounds = proofs.Bounds };
    }

    private static IReadOnlyList<Problem> InFileOrder(IEnumerable<Problem> problems) =>
        [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
}
