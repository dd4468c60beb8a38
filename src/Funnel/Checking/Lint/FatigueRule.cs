using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>There is an end to what a shopper is asked.</summary>
internal sealed class FatigueRule : LintRule
{
    private const int Most = 7;

    public override string Code => "FNL107";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "More than seven upsells and cross-sells in a row";

    public override string Reason => "People tire of saying no, and some of them leave the order with it.";

    public override string Source =>
        "House practice; that checkouts are left for being too long: Baymard Institute, Cart Abandonment Rate Statistics";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        subject.Census is { LongestRun: { Steps: > Most } run }
            ?
            [
                Found(
                    "/steps",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A shopper can be shown {run.Steps} upsells and cross-sells one after another. "
                    ) + "Leave out those that few accept, or show some only to those whom they suit, with a \"when\"."
                ),
            ]
            : [];
}
