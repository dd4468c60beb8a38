using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>Whoever is asked for more hears what it does for them. What a shopper came for needs no persuasion.</summary>
internal sealed class BenefitMissingRule : LintRule
{
    public override string Code => "FNL100";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "An upsell or cross-sell without a benefit";

    public override string Reason => "Beside a price that says nothing else, the shopper weighs only the price.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from offer in subject.Offers
        where subject.StepOf(offer).Step.Kind is not StepKind.Choose && offer.Offer.Benefit is null
        select Found(
            offer.Pointer,
            $"Offer {Quoted.Value(offer.Offer.Id)} says what it costs, but not what it does for the shopper. "
                + "Write that into its \"benefit\"."
        );
}
