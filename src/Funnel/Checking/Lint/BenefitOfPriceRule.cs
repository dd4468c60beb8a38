using System.Globalization;
using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>A benefit says more than the price beside it.</summary>
internal sealed class BenefitOfPriceRule : LintRule
{
    /// <summary>How many words a benefit may have besides, and still be about nothing but the price.</summary>
    private const int MostOtherWords = 2;

    private static readonly Phrases Price = new(
        "price, prices, priced, cheap*, discount*, bargain*, half-price, cost, costs, euro, euros",
        "prijs, prijzen, goedkoop*, goedkope*, voordelig*, korting*, kost",
        "preis, preise, preiswert*, billig*, günstig*, rabatt*, kostet",
        "prix, moins cher*, rabais, coûte"
    );

    private static readonly Phrases Filler = new(
        "a, all, an, and, any, at, best, by, deal, for, from, get, great, half, in, is, it, just, low, lower, lowest, much, now, of, off, "
            + "on, only, our, per, save, saves, saving, savings, than, that, the, this, to, up, very, we, with, you, your",
        "beste, bespaar, bespaart, bij, de, deze, een, en, extra, het, je, laagste, lage, lagere, maar, met, nu, op, scherpe, slechts, "
            + "u, van, veel, voor, voordeel",
        "auf, bei, beim, bester, besten, das, der, die, ein, eine, für, jetzt, kleiner, mit, nur, sie, spare, sparen, und, unser, "
            + "viel, vom, von, zum",
        "au, avec, des, du, économisez, et, la, le, les, meilleur, nos, notre, petit, pour, seulement, sur, tout, un, une, vos, votre, vous"
    );

    public override string Code => "FNL101";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A benefit that only speaks of the price";

    public override string Reason => "The price stands beside it already, and nobody wants a thing for what it costs.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from offer in subject.Offers
        from text in WrittenText.Of(offer.Offer.Benefit, $"{offer.Pointer}/benefit")
        where SpeaksOnlyOfPrice(text.Content)
        select Found(
            text.Pointer,
            $"The benefit {Quoted.Value(text.Content)} speaks of nothing but the price, which stands beside it anyway. "
                + "Say what the shopper has of the thing itself."
        );

    private static bool SpeaksOnlyOfPrice(string benefit) =>
        (Price.AreIn(benefit) || benefit.Any(IsSignOfMoney))
        && Phrases
            .WordsOf(benefit)
            .Where(word => !char.IsDigit(word[0]) && !Price.AreIn(word) && !Filler.AreIn(word))
            .Take(MostOtherWords + 1)
            .Count() <= MostOtherWords;

    private static bool IsSignOfMoney(char sign) =>
        sign is '%' || char.GetUnicodeCategory(sign) is UnicodeCategory.CurrencySymbol;
}
