using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The number of offers to accept can be accepted.</summary>
internal static class PickRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from site in subject.Steps
        where site.Step is { Kind: not StepKind.Form, Pick: not null, Offers.Count: > 0 }
        where !subject.File.IsMissing($"{site.Pointer}/kind") && !subject.File.IsUnread($"{site.Pointer}/pick")
        from finding in Find(site.Step, $"{site.Pointer}/pick")
        select finding;

    private static IEnumerable<Finding> Find(StepDefinition step, string pointer)
    {
        var picks = Picks.Of(step);
        var offers = step.Offers!.Count;
        if (step.Kind is StepKind.Choose && picks.Min == 0)
        {
            yield return new(
                CheckCodes.Pick,
                $"{pointer}/min",
                "At a step of kind \"choose\" something must be accepted. Let \"min\" be 1 or more, or make it \"upsell\" or \"crossSell\"."
            );
        }

        if (step.Pick!.Max > offers)
        {
            yield return new(
                CheckCodes.Pick,
                $"{pointer}/max",
                string.Create(CultureInfo.InvariantCulture, $"{picks.Max} cannot be accepted of {offers} offers. Let \"max\" be {offers} or less.")
            );
        }

        if (picks.Min > Math.Min(picks.Max, offers))
        {
            yield return new(
                CheckCodes.Pick,
                // Of the two, the one that is written.
                step.Pick.Min is null ? $"{pointer}/max" : $"{pointer}/min",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At least {picks.Min} and at most {Math.Min(picks.Max, offers)} leaves nothing to accept. Lower \"min\", or raise \"max\" (without one it is {Picks.Of(step with { Pick = null }).Max} here)."
                )
            );
        }
    }
}
