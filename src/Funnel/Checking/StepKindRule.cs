using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A form has fields and nothing of offers; every other step has offers and no fields.</summary>
internal static class StepKindRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from site in subject.Steps
        where !subject.File.IsMissing($"{site.Pointer}/kind")
        from finding in site.Step.Kind is StepKind.Form ? OfForm(subject, site) : OfOffers(subject, site)
        select finding;

    private static IEnumerable<Finding> OfForm(Subject subject, StepSite site)
    {
        var step = site.Step;
        if (step.Fields is null && IsSilentOn(subject, site, "fields"))
        {
            yield return new(
                CheckCodes.EmptyStep,
                site.Pointer,
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
            var advice = name is "onAccept" or "onDecline" ? "Lead on with \"next\" alone" : "Take it out";
            yield return new(
                CheckCodes.NotOfThisKind,
                $"{site.Pointer}/{name}",
                $"A form has no offers, so \"{name}\" means nothing here. {advice}, or make this another kind of step."
            );
        }
    }

    private static IEnumerable<Finding> OfOffers(Subject subject, StepSite site)
    {
        if (site.Step.Offers is null && IsSilentOn(subject, site, "offers"))
        {
            yield return new(
                CheckCodes.EmptyStep,
                site.Pointer,
                "This step offers nothing. Give it at least one offer under \"offers\"."
            );
        }

        if (site.Step.Fields is not null)
        {
            yield return new(
                CheckCodes.NotOfThisKind,
                $"{site.Pointer}/fields",
                "Only a form has fields. Take them out, or ask for them in a step of kind \"form\"."
            );
        }
    }

    private static bool IsSilentOn(Subject subject, StepSite site, string property) =>
        !subject.File.IsUnread($"{site.Pointer}/{property}") && !subject.File.HasMisspelt(site.Pointer);
}
