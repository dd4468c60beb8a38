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
                "At a step of kind \"choose\" something must be accepted. "
                    + "Let \"min\" be 1 or more, or make it an \"upsell\" or a \"crossSell\"."
            );
        }

        if (step.Pick!.Max > offers)
        {
            yield return new(
                CheckCodes.Pick,
                $"{pointer}/max",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At most {offers} can be accepted here, one for each offer, and not {picks.Max}. Lower \"max\", or leave it out."
                )
            );
        }

        var most = Math.Min(picks.Max, offers);
        if (picks.Min > most)
        {
            yield return new(
                CheckCodes.Pick,
                $"{pointer}/min",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At least {picks.Min} must be accepted, and at most {most} can be. Lower \"min\", or allow more."
                )
            );
        }
    }
}
