using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>What is said to end ends.</summary>
internal sealed class FalseDeadlineRule : LintRule
{
    private static readonly Phrases Deadline = new(
        "only today, today only, just today, last chance, final hours, limited time, limited-time, limited offer, ends today, "
            + "ends tonight, ends tomorrow, ends soon, expires soon, expires today, now or never, minutes left, hours left",
        "alleen vandaag, vandaag alleen, alleen nu, laatste kans, tijdelijk aanbod, tijdelijke aanbieding, tijdelijke actie, beperkte tijd, "
            + "eindigt vandaag, eindigt morgen, eindigt binnenkort, nog maar even, nu of nooit",
        "nur heute, nur noch heute, nur jetzt, letzte chance, nur für kurze zeit, begrenzte zeit, zeitlich begrenzt*, endet heute, "
            + "endet morgen, endet bald, jetzt oder nie",
        "aujourd'hui seulement, seulement aujourd'hui, uniquement aujourd'hui, dernière chance, offre limitée, durée limitée, "
            + "temps limité, se termine bientôt, se termine aujourd'hui, maintenant ou jamais"
    );

    public override string Code => "FNL153";

    // What is said is told from words alone, and these can mean something else.
    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A deadline that does not end";

    public override string Reason =>
        "To say falsely that something is there for a short time only, so that people decide in haste, is always unfair.";

    public override string Source => "Directive 2005/29/EC, annex I no. 7";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from step in subject.Steps
        where !Dates.End(step.Step.When) && !Dates.End(step.Step.OffersWhen)
        from text in WrittenText
            .Of(step)
            .Concat(step.Offers.Where(offer => !Dates.End(offer.Offer.When)).SelectMany(WrittenText.Of))
        let deadline = Deadline.FirstIn(text.Content)
        where deadline is not null
        select Found(
            text.Pointer,
            $"{Quoted.Value(deadline)} is said here, and nothing ends it (Directive 2005/29/EC, annex I no. 7). "
                + "Give this a \"when\" with the \"date\", \"weekday\" or \"time\" that does, or leave it out."
        );
}
