using System.Collections.Frozen;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A definition as the rules look at it: every part with its place, and what follows from the parts together.</summary>
internal sealed class Subject
{
    private (int Step, PossibleLines Lines)? _lastAsked;

    public Subject(FunnelDefinition funnel, DefinitionFile file)
    {
        Funnel = funnel;
        File = file;
        Products = Site.Entries(
            funnel.Products,
            "/products",
            (id, product, pointer) => new ProductSite(id, product, pointer)
        );
        Steps = [.. funnel.Steps.Select((step, index) => new StepSite(index, step, Site.Of("/steps", index)))];
        Graph = new(Steps);
        Lines = LinesOf(Steps);
        Inputs =
        [
            .. Site.Entries(funnel.Inputs, "/inputs", (id, input, pointer) => new InputSite(id, input, pointer)),
            .. Steps.SelectMany(step => step.Fields),
        ];
        Leaves = [.. Steps.SelectMany(LeafSite.Of)];
        Hides = new(file, Steps);
    }

    public FunnelDefinition Funnel { get; }

    public DefinitionFile File { get; }

    public IReadOnlyList<ProductSite> Products { get; }

    public IReadOnlyList<StepSite> Steps { get; }

    public StepGraph Graph { get; }

    public IReadOnlyList<InputSite> Inputs { get; }

    /// <summary>The leaves of all conditions.</summary>
    public IReadOnlyList<LeafSite> Leaves { get; }

    /// <summary>The lines of all walks.</summary>
    public PossibleLines Lines { get; }

    /// <summary>What there may be beyond this.</summary>
    public Hidden Hides { get; }

    public IEnumerable<OfferSite> Offers => Steps.SelectMany(step => step.Offers);

    /// <summary>The lines that there may be when a step is reached.</summary>
    public PossibleLines LinesBefore(int step)
    {
        // Rules go from offer to offer. Keeping the answers for all steps would take memory by the square of their number.
        if (_lastAsked?.Step != step)
        {
            // Where no walk comes, what comes before is anyone's guess.
            _lastAsked = (
                step,
                Graph.IsReachable(step) ? LinesOf(Steps.Where(other => Graph.Leads(other.Index, step))) : Lines
            );
        }

        return _lastAsked.Value.Lines;
    }

    /// <summary>The products that a line may hold on any walk, by id; none where that is not known.</summary>
    public IReadOnlySet<string> ProductsOf(string line) =>
        Hides.ProductsOfLines ? FrozenSet<string>.Empty : Lines.ProductsOf(line);

    /// <summary>
    /// The products that a line may hold when an offer sets something of it, its own swap done, by id; none where that is not known.
    /// </summary>
    public IReadOnlySet<string> ProductsAt(OfferSite offer, string line)
    {
        var there = LinesBefore(offer.StepIndex).With(offer.Offer.Swap).ProductsOf(line);
        return there.Count == 0 || Hides.ProductsOfLines ? ProductsOf(line) : there;
    }

    /// <summary>The products of these ids; null where one does not exist, so that nothing can be said of them all.</summary>
    public IReadOnlyList<ProductSite>? FindAll(IReadOnlyCollection<string> ids)
    {
        ProductSite[] found = [.. Products.Where(product => ids.Contains(product.Id))];
        return found.Length == ids.Count ? found : null;
    }

    private static PossibleLines LinesOf(IEnumerable<StepSite> steps)
    {
        var offers = steps.SelectMany(step => step.Offers).ToList();
        return new(
            [.. offers.SelectMany(offer => offer.Adds)],
            [.. offers.Select(offer => offer.Offer.Swap).OfType<SwapDefinition>()]
        );
    }
}
