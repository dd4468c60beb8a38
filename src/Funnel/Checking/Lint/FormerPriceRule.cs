using System.Text.RegularExpressions;
using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>A former price is computed from the funnel's own prices, never typed.</summary>
internal sealed class FormerPriceRule : LintRule
{
    private static readonly Regex FormerPrice = new(
        // Words that introduce what something cost before, or is said to cost elsewhere: English, Dutch, German, French.
        @"\b(?:was|were|instead of|normally|usually|originally|previously|formerly|regular|original price|old price|list price|RRP|MSRP"
            + @"|in plaats van|i\.p\.v|ipv|normaal|voorheen|oude prijs|adviesprijs"
            + @"|statt|anstatt|bisher|früher|UVP|Preisempfehlung|Normalpreis|alter Preis"
            + @"|au lieu de|était|auparavant|ancien prix|prix barré|prix conseillé)\b"
            // At most a little word and signs between it and the amount.
            + @"[^\p{L}\p{N}!?;]{0,3}(?:(?:price|prijs|preis|prix|of|at|for|van|von|de|only|nur|a|een)\b[^\p{L}\p{N}!?;]{0,3})?"
            + WrittenAmount.Pattern
            // From this amount to that.
            + @"|\b(?:from|van|von)\s"
            + WrittenAmount.Pattern
            + @"[0-9.,\s]{0,12}(?:now|for|voor|nu|auf|jetzt)\s(?:only\s|maar\s|nur\s)?"
            + WrittenAmount.Pattern
            // Struck through.
            + @"|~~[^~]*[0-9]|<(?:s|del|strike)>|\u0336",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    );

    public override string Code => "FNL152";

    // What is said is told from words alone, and these can mean something else.
    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A former or recommended price typed into a text";

    public override string Reason =>
        "A price said to be reduced is held against the lowest of the last 30 days, which a text does not follow.";

    public override string Source => "Directive 98/6/EC, article 6a (Directive (EU) 2019/2161)";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from text in subject.Steps.SelectMany(WrittenText.OfAll).Concat(subject.Products.SelectMany(WrittenText.Of))
        let match = FormerPrice.Match(text.Content)
        where match.Success
        select Found(
            text.Pointer,
            $"{Quoted.Value(match.Value)} reads like a former price, which must be the lowest of the last 30 days "
                + "(Directive 98/6/EC, article 6a). Take it out: an offer's \"price\" or \"discount\" shows normal price and saving by itself."
        );
}
