using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>What everybody has by law is nobody's offer. To inform of it, in a description, is a duty.</summary>
internal sealed class StatutoryRightRule : LintRule
{
    private static readonly Phrases Rights = new(
        "right of withdrawal, right to withdraw, withdrawal right, cooling-off period, cooling off period, legal guarantee, legal warranty, "
            + "statutory guarantee, statutory warranty, statutory rights, 14 days to return, 14-day return, 14-day returns, 14 day return, "
            + "14 day returns, 14 days to change your mind",
        "herroepingsrecht, wettelijke garantie, wettelijke rechten, bedenktijd, 14 dagen retour*",
        "widerrufsrecht, gewährleistung*, gesetzliche garantie, 14 tage rückgabe*, 14-tägiges rückgaberecht",
        "droit de rétractation, délai de rétractation, garantie légale, garantie de conformité"
    );

    /// <summary>What says that a right is not there, or that something is added to it.</summary>
    private static readonly Phrases Other = new(
        "no, not, cannot, without, beyond, besides, in addition, on top of, longer than, excluded",
        "geen, niet, zonder, naast, bovenop, langer dan, uitgesloten, vervalt",
        "kein, keine, nicht, ohne, zusätzlich, neben, länger als, ausgeschlossen, entfällt, erlischt",
        "pas, sans, aucun, aucune, en plus, outre, exclu, exclue"
    );

    public override string Code => "FNL154";

    // What is said is told from words alone, and these can mean something else.
    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A statutory right sold or boasted of as an offer";

    public override string Reason =>
        "Rights that consumers have by law may not be presented as something special of the shop.";

    public override string Source => "Directive 2005/29/EC, annex I no. 10; Directive 2011/83/EU, articles 9 and 25";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from offer in subject.Offers
        from text in WrittenText.Of(offer).Concat(NamesOf(subject, offer))
        let right = Rights.FirstIn(text.Content)
        where right is not null && !Other.AreIn(text.Content)
        select Found(
            text.Pointer,
            $"{Quoted.Value(right)} is what shoppers have by law, and may not be offered as something special "
                + "(Directive 2005/29/EC, annex I no. 10). Leave it out here, and inform of it in the step's \"description\"."
        );

    private static IEnumerable<WrittenText> NamesOf(LintSubject subject, OfferSite offer) =>
        offer.Adds.SelectMany(add => WrittenText.Of(subject.Product(add.Add.Product).Name, offer.Pointer));
}
