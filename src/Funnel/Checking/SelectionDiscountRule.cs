using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The rungs of mix and match ascend, can be reached, and are on lines that the step adds.</summary>
internal static class SelectionDiscountRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from site in subject.Steps
        where site.Step is { Kind: not StepKind.Form, Offers.Count: > 0, SelectionDiscounts.Count: > 0 }
        from finding in Find(subject, site, $"{site.Pointer}/selectionDiscounts")
        select finding;

    private static IEnumerable<Finding> Find(Subject subject, StepSite site, string pointer)
    {
        var rungs = site.Step.SelectionDiscounts;
        var most = Math.Min(Picks.Of(site.Step).Max, site.Offers.Count);
        var hidesMost = subject.File.IsMissing($"{site.Pointer}/kind") || subject.File.IsUnread($"{site.Pointer}/pick");
        for (var i = 0; i < rungs.Count; i++)
        {
            var atLeast = $"{Site.Of(pointer, i)}/atLeast";
            if (rungs[i].AtLeast > most && !hidesMost)
            {
                yield return new(
                    CheckCodes.SelectionDiscounts,
                    atLeast,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rungs[i].AtLeast} offers are never accepted here: the most is {most}. Lower it, or raise \"max\" of \"pick\"."
                    )
                );
            }

            if (i > 0 && rungs[i].AtLeast <= rungs[i - 1].AtLeast)
            {
                yield return new(
                    CheckCodes.SelectionDiscounts,
                    atLeast,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Each rung takes more offers than the one before it, and that one takes {rungs[i - 1].AtLeast}. Put them in order."
                    )
                );
            }
        }

        if (site.Step.Offers!.All(offer => offer.Add.Count == 0) && !subject.File.IsUnread($"{site.Pointer}/offers"))
        {
            yield return new(
                CheckCodes.SelectionDiscounts,
                pointer,
                "These take a percentage off the lines that this step adds, and none of its offers adds one. Take them out, or use \"discount\"."
            );
        }
    }
}
