using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>Where something is called free, what its delivery costs is said there or before.</summary>
internal sealed class FreeDeliveryCostRule : LintRule
{
    private static readonly Phrases Free = new(
        "free, for free, free of charge, without charge, at no cost, complimentary, !feel free, !free to, !free from, !free of, !free time, "
            + "!free hand, !free range, !free return, !free returns, !free exchange, !free exchanges, !tax free, !duty free",
        "gratis, kosteloos, kosteloze, voor niets, !gratis retour*, !gratis ruil*, !gratis vanaf",
        "kostenlos*, kostenfrei*, umsonst, !kostenlose rück*, !kostenloser rück*, !kostenlose retour*, !kostenloser umtausch",
        "gratuit*, offert, offerts, !retour gratuit, !retours gratuits, !échange gratuit, !échanges gratuits"
    );

    public override string Code => "FNL151";

    // What is said is told from words alone, and these can mean something else.
    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "\"Free\" where the cost of delivery is not shown";

    public override string Reason =>
        "Free is what costs nothing but its delivery, and what that costs has to be said before anything is chosen.";

    public override string Source =>
        "Directive 2005/29/EC, annex I no. 20 and article 7(4)(c); Directive 2011/83/EU, article 6(1)(e)";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        if (
            subject.Funnel.Shipping is not { } shipping
            || shipping.Methods[shipping.Default].Price is not { IsZero: false } cost
            || !subject.Funnel.Products.Values.Any(product => product.Shipped)
        )
        {
            return [];
        }

        return from step in subject.Steps
            let said = WrittenText
                .OfAll(step)
                .FirstOrDefault(text => Free.AreIn(text.Content) && !IsShown(subject, cost, step, text.Locale))
            where said is not null
            select Found(
                said.Pointer,
                $"{Quoted.Value(Free.FirstIn(said.Content)!)} is said here, and not what delivery costs, {subject.Say(cost)} "
                    + "(Directive 2005/29/EC, annex I no. 20; Directive 2011/83/EU, article 6(1)(e)). "
                    + "Say so in the step's \"description\", in every language."
            );
    }

    /// <summary>Whether the texts of a step, or of one before it, show an amount to whoever reads them in a language.</summary>
    private static bool IsShown(LintSubject subject, Money cost, StepSite step, string? locale) =>
        subject
            .Before(step.Index)
            .Append(step)
            .SelectMany(WrittenText.OfAll)
            .Where(text => locale is null || text.Locale is null || text.Locale == locale)
            .Any(text => WrittenAmount.IsIn(text.Content, cost, subject.Funnel.Currency));
}
