using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>
/// The last button says that it obliges to pay. It is no part of a funnel: the page has it, and completing takes the exact total. What
/// a funnel can do is to say the opposite on the way there.
/// </summary>
internal sealed class ObligationDeniedRule : LintRule
{
    private static readonly Phrases NoObligation = new(
        "no obligation, without obligation, no-obligation, non-binding, no strings attached",
        "vrijblijvend*, zonder verplichting*, geen verplichting*",
        "unverbindlich*, ohne verpflichtung*, !unverbindliche preisempfehlung, !unverbindlichen preisempfehlung",
        "sans obligation*, non contraignant*"
    );

    public override string Code => "FNL155";

    // What is said is told from words alone, and these can mean something else.
    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A text that denies the obligation to pay";

    public override string Reason =>
        "Before ordering, the shopper has to know that this obliges to pay, and the last button has to say so. Else the shopper is not bound.";

    public override string Source => "Directive 2011/83/EU, article 8(2)";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from text in subject.Steps.SelectMany(WrittenText.OfAll)
        let denial = NoObligation.FirstIn(text.Content)
        where denial is not null
        select Found(
            text.Pointer,
            $"{Quoted.Value(denial)} is said on the way to an order, which obliges to pay (Directive 2011/83/EU, article 8(2)). "
                + "Leave it out."
        );
}
