using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking.Lint;

/// <summary>
/// Nothing that costs extra is chosen before the shopper chooses. The format has no other place for it: no checkbox can be ticked,
/// and nothing enters an order without an answer.
/// </summary>
internal sealed class PaidDefaultRule : LintRule
{
    public override string Code => "FNL150";

    // It is plain to see in the file and plain in the law, and the shopper may claim the money back.
    public override LintLevel Level => LintLevel.Error;

    public override string Title => "A default choice that costs extra, where a cheaper one could be chosen";

    public override string Reason =>
        "Consent to an extra payment may not be taken from a default that has to be rejected.";

    public override string Source => "Directive 2011/83/EU, article 22";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from add in subject.Offers.SelectMany(offer => offer.Adds)
        from asked in add.Add.Options.Where(option => option.Value.Fixed is null).Select(option => option.Key)
        let product = subject.Products.First(site => site.Id == add.Add.Product)
        let option = product.Options.First(site => site.Id == asked)
        let least = SoldQuantities.Of(product.Product).Least
        let own = subject.Prices.Base(product.Product, least)
        let surcharge = subject.Prices.Surcharge(option.Option.Choices[option.Option.Default], least, own)
        let cheaper = option.Choices.FirstOrDefault(choice =>
            choice.Choice.Requires.Count == 0 && subject.Prices.Surcharge(choice.Choice, least, own) < surcharge
        )
        where cheaper is not null
        select Found(
            $"{option.Pointer}/default",
            $"The default {Quoted.Value(option.Option.Default)} costs {subject.Say(surcharge.Value)} extra, and {Quoted.Value(cheaper.Id)} less: "
                + "an extra payment may not be a default that has to be rejected (Directive 2011/83/EU, article 22). "
                + $"Make {Quoted.Value(cheaper.Id)} the default."
        );
}
