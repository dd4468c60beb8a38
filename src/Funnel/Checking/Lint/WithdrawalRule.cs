using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>Who has something made with their own words or logo is told that it cannot be sent back.</summary>
internal sealed class WithdrawalRule : LintRule
{
    private static readonly Phrases Withdrawal = new(
        "withdraw*, send back, send it back, send them back, sent back, return it, return them, returned, returns, refund*",
        "herroep*, terugsturen, stuur terug, teruggestuurd, terugzenden, teruggezonden, retour*, ruilen",
        "widerruf*, zurückgeben, zurückschicken, zurücksenden, zurückgegeben, zurückgeschickt, rückgabe*, umtausch*",
        "rétractation, se rétracter, retourner, renvoyer, retour, retours"
    );

    public override string Code => "FNL156";

    // Not every funnel has to say so itself: the page around it may.
    public override LintLevel Level => LintLevel.Note;

    public override string Title => "Personalised goods, and no word on withdrawal";

    public override string Reason =>
        "What is made to the shopper's own specification need not be taken back. That has to be said before the order.";

    public override string Source => "Directive 2011/83/EU, articles 16(c) and 6(1)(k)";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        var sold = subject
            .Offers.SelectMany(offer => offer.Adds.Select(add => add.Add.Product).Append(offer.Offer.Swap?.Product))
            .ToHashSet(StringComparer.Ordinal);
        var personalised = subject.Products.FirstOrDefault(product =>
            product.Product.Personalised.Count > 0 && sold.Contains(product.Id)
        );
        return personalised is null || subject.Funnel.Locales.All(locale => IsMentioned(subject, locale))
            ? []
            :
            [
                Found(
                    $"{personalised.Pointer}/personalised",
                    $"{Quoted.Value(personalised.Id)} is made with what the shopper hands over, and nothing says that it cannot be sent back then "
                        + "(Directive 2011/83/EU, articles 16(c) and 6(1)(k)). Say so in a \"description\", in every language."
                ),
            ];
    }

    private static bool IsMentioned(LintSubject subject, string locale) =>
        subject
            .Steps.SelectMany(WrittenText.OfAll)
            .Concat(subject.Products.SelectMany(WrittenText.Of))
            .Where(text => text.Locale is null || text.Locale == locale)
            .Any(text => Withdrawal.AreIn(text.Content));
}
