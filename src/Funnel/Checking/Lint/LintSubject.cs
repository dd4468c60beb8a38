using Funnel.Checking.Proofs;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>A funnel without errors, as the rules of lint look at it.</summary>
/// <param name="census">
/// What is true of all its walks; null where there were too many to count, and then the rules that ask it are silent.
/// </param>
internal sealed class LintSubject(Subject subject, Census? census)
{
    public FunnelDefinition Funnel => subject.Funnel;

    public DefinitionFile File => subject.File;

    public IReadOnlyList<ProductSite> Products => subject.Products;

    public IReadOnlyList<StepSite> Steps => subject.Steps;

    public IEnumerable<OfferSite> Offers => subject.Offers;

    public StepGraph Graph => subject.Graph;

    public Census? Census => census;

    public ListPrices Prices { get; } = new(subject.Funnel);

    public StepSite StepOf(OfferSite offer) => Steps[offer.StepIndex];

    public ProductDefinition Product(string id) => Funnel.Products[id];

    /// <summary>The steps that a walk may have come through when it reaches one.</summary>
    public IEnumerable<StepSite> Before(int step) => Steps.Where(other => Graph.Leads(other.Index, step));

    /// <summary>Where an offer of the census is written.</summary>
    public string PointerTo(OfferCensus offer) =>
        Steps[offer.Step.Index].Offers.First(site => site.Offer.Id == offer.Offer.Id).Pointer;

    /// <summary>An amount as a message says it: <c>12.50</c>.</summary>
    public string Say(Money amount) => amount.ToText(Funnel.Currency);
}
