using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A form has fields and nothing of offers; every other step has offers and no fields.</summary>
internal static class StepKindRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        subject
            .Steps.Where(site => !subject.File.IsMissing($"{site.Pointer}/kind"))
            .SelectMany(site => site.Step.Kind is StepKind.Form ? OfForm(subject, site) : OfOffers(subject, site));

    private static IEnumerable<Finding> OfForm(Subject subject, StepSite site)
    {
        var (step, pointer) = (site.Step, site.Pointer);
        if (step.Fields is not { Count: > 0 } && !subject.File.IsUnread($"{pointer}/fields"))
        {
            yield return new(
                CheckCodes.EmptyStep,
                step.Fields is null ? pointer : $"{pointer}/fields",
                "A form asks something. Give it at least one field under \"fields\"."
            );
        }

        (string Name, bool IsWritten)[] ofOffers =
        [
            ("offers", step.Offers is not null),
            ("offersWhen", step.OffersWhen is not null),
            ("pick", step.Pick is not null),
            ("selectionDiscounts", step.SelectionDiscounts.Count > 0),
            ("onAccept", step.OnAccept is not null),
            ("onDecline", step.OnDecline is not null),
        ];
        foreach (var (name, _) in ofOffers.Where(property => property.IsWritten))
        {
            yield return new(
                CheckCodes.NotOfThisKind,
                $"{pointer}/{name}",
                $"A form has no offers, so \"{name}\" means nothing here. "
                    + (
                        name is "onAccept" or "onDecline"
                            ? "A form leaves over \"next\"."
                            : "Take it out, or make this another kind of step."
                    )
            );
        }
    }

    private static IEnumerable<Finding> OfOffers(Subject subject, StepSite site)
    {
        var (step, pointer) = (site.Step, site.Pointer);
        if (step.Offers is not { Count: > 0 } && !subject.File.IsUnread($"{pointer}/offers"))
        {
            yield return new(
                CheckCodes.EmptyStep,
                step.Offers is null ? pointer : $"{pointer}/offers",
                "This step offers nothing. Give it at least one offer under \"offers\"."
            );
        }

        if (step.Fields is not null)
        {
            yield return new(
                CheckCodes.NotOfThisKind,
                $"{pointer}/fields",
                "Only a form has fields. Take them out, or ask for them in a step of kind \"form\"."
            );
        }
    }
}
