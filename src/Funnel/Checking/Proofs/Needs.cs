using System.Collections.Frozen;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>
/// What the rest of a walk, from one step on, can still ask of an order. Two orders that agree in it are shown the same offers
/// and move by the same amounts from there on, whatever else is in them: so they count as one state.
/// </summary>
/// <remarks>Always more rather than less than is needed: too much costs states, too little would be wrong.</remarks>
internal sealed class Needs
{
    /// <summary>Every line in full: amounts will be split over all of them, and single parts matter afterwards.</summary>
    public bool AllLines { get; private set; }

    /// <summary>Lines that are needed in full.</summary>
    public SortedSet<string> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>Facts of single lines that conditions ask.</summary>
    public SortedDictionary<string, Fact> LineFacts { get; } = new(StringComparer.Ordinal);

    /// <summary>Options that matter neither to a price nor to anything that can follow.</summary>
    public IReadOnlySet<string> InertOptions { get; private init; } = FrozenSet<string>.Empty;

    /// <summary>Names of which only matters whether a line bears them.</summary>
    public SortedSet<string> Names { get; } = new(StringComparer.Ordinal);

    public bool Subtotal { get; private set; }

    public bool List { get; private set; }

    public bool Total { get; private set; }

    /// <summary>What the subtotal is held against, where all that is still to come can only raise it; null where it is needed exactly.</summary>
    public Money? SubtotalCap { get; private set; }

    public bool LineCount { get; private set; }

    public bool Accepted { get; private set; }

    public bool Declined { get; private set; }

    /// <summary>Ids that sets of the order are asked for.</summary>
    public SortedSet<(IdSet Of, string Id)> Ids { get; } = [];

    /// <summary>Categories whose nets a discount is on.</summary>
    public SortedSet<string> Categories { get; } = new(StringComparer.Ordinal);

    /// <summary>What a multiply will take its percentage of.</summary>
    public SortedSet<MultiplyBase> Multiplied { get; } = [];

    /// <summary>The facts of customer, context, inputs and clock.</summary>
    public SortedSet<int> Facts { get; } = [];

    /// <summary>Whether a line can still be swapped: then it matters how many lines bear something, not only whether one does.</summary>
    public bool Swaps { get; private set; }

    // What sums up the steps from here on.
    private bool _lowers;
    private bool _takesOfSubtotal;
    private bool _asksLines;
    private Money _held;

    /// <summary>The needs at each state of a machine, by index.</summary>
    public static Needs[] Of(FunnelMachine machine, SplitFacts facts)
    {
        var traits = new Traits(machine.Definition);
        var needs = new Needs[machine.States.Count];
        foreach (var state in machine.InWalkingOrder.Reverse())
        {
            var step = new StepTraits(state.Definition, traits);
            var needed = needs[state.Index] = new() { InertOptions = traits.InertOptions };
            foreach (var target in state.PermittedTargets.Distinct())
            {
                needed.Include(needs[target.Index]);
            }

            // What is split over lines lands on each of them, by the others' weight.
            needed.AllLines |= step.Splits && (traits.TaxOnTop || step.AsksLinesAfter || needed._asksLines);
            needed._asksLines |= step.AsksLines;
            needed.Ask(step, traits, facts);
            needed.SubtotalCap =
                needed._lowers || needed._takesOfSubtotal
                    ? null
                    // One above the highest that it is held against, since a test may want more than that.
                    : Money.Max(needed._held, traits.FreeFrom) + new Money(1);
        }

        return needs;
    }

    private void Include(Needs next)
    {
        AllLines |= next.AllLines;
        Swaps |= next.Swaps;
        Lines.UnionWith(next.Lines);
        Names.UnionWith(next.Names);
        Ids.UnionWith(next.Ids);
        Categories.UnionWith(next.Categories);
        Multiplied.UnionWith(next.Multiplied);
        Facts.UnionWith(next.Facts);
        foreach (var (written, fact) in next.LineFacts)
        {
            LineFacts.TryAdd(written, fact);
        }

        Subtotal |= next.Subtotal;
        List |= next.List;
        Total |= next.Total;
        LineCount |= next.LineCount;
        Accepted |= next.Accepted;
        Declined |= next.Declined;
        _lowers |= next._lowers;
        _takesOfSubtotal |= next._takesOfSubtotal;
        _asksLines |= next._asksLines;
        _held = Money.Max(_held, next._held);
    }

    private void Ask(StepTraits step, Traits traits, SplitFacts facts)
    {
        foreach (var (fact, leaf) in step.Leaves)
        {
            Ask(fact, leaf);
            if (StepTraits.IsOfOneLine(fact))
            {
                LineFacts.TryAdd(leaf.Fact, fact);
            }

            if (facts.IndexOf(fact) is { } split)
            {
                Facts.Add(split);
            }
        }

        Lines.UnionWith(step.Lines);
        Names.UnionWith(step.Names);
        if (facts.TaxedCountry is { } country)
        {
            Facts.Add(country);
        }

        Subtotal |= step.TakesOfSubtotal || traits.FreeFrom > Money.Zero;
        Swaps |= step.Offers.Any(offer => offer.Swap is not null);
        _lowers |= step.Lowers;
        _takesOfSubtotal |= step.TakesOfSubtotal;
        _held = Money.Max(_held, step.HighestHeld(traits.Funnel));
        LineCount |= step.Discounts;
        foreach (var offer in step.Offers)
        {
            if (offer.Discount?.On is DiscountTarget.Category category)
            {
                Categories.Add(category.Id);
            }

            if (offer.Multiply is { } multiply)
            {
                Multiplied.Add(multiply.Of);
            }
        }
    }

    private void Ask(Fact fact, Condition.Leaf leaf)
    {
        switch (fact)
        {
            case Fact.OrderAmount { Sum: OrderSum.Subtotal }:
                Subtotal = true;
                break;
            case Fact.OrderAmount { Sum: OrderSum.List } or Fact.OfferShare:
                List = true;
                break;
            case Fact.OrderAmount:
                Total = true;
                break;
            case Fact.OrderCount { Of: Counted.Lines }:
                LineCount = true;
                break;
            case Fact.OrderCount { Of: Counted.AcceptedOffers }:
                Accepted = true;
                break;
            case Fact.OrderCount:
                Declined = true;
                break;
            case Fact.OrderSet { Of: var set } when leaf.Operands is [Value.Text { Content: var id }]:
                Ids.Add((set, id));
                break;
        }
    }
}

/// <summary>What is true of a whole funnel.</summary>
internal sealed class Traits(FunnelDefinition funnel)
{
    public FunnelDefinition Funnel { get; } = funnel;

    public bool TaxOnTop { get; } = funnel.Tax is { Included: false };

    /// <summary>The highest subtotal from which some way of shipping is free; zero where none is.</summary>
    public Money FreeFrom { get; } =
        (funnel.Shipping?.Methods.Values.Select(method => method.FreeFrom).OfType<Money>() ?? [])
            .DefaultIfEmpty()
            .Max();

    public bool PricesByOrder { get; } =
        Prices(funnel).Any(price => price is PriceDefinition.Percentage { Of: PercentageBase.OtherLines });

    /// <summary>Lines whose net some price is a percentage of.</summary>
    public IReadOnlyList<string> LinesPricedBy { get; } =
    [
        .. Prices(funnel)
            .OfType<PriceDefinition.Percentage>()
            .Select(price => price.Of)
            .OfType<PercentageBase.Line>()
            .Select(line => line.Name)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Names that more than one line may ask for, so that it matters which are taken.</summary>
    public ILookup<string, string> Contested { get; } = ContestedOf(funnel);

    /// <summary>Options, by id, whatever product they are of: no choice costs, requires or is required, and nothing asks or sets it.</summary>
    public FrozenSet<string> InertOptions { get; } = InertOptionsOf(funnel);

    private static IEnumerable<PriceDefinition> Prices(FunnelDefinition funnel) =>
        funnel.Products.Values.SelectMany(product =>
            product
                .Options.Values.SelectMany(option => option.Choices.Values)
                .Select(choice => choice.Price)
                .Append(product.Price)
                .OfType<PriceDefinition>()
        );

    private static FrozenSet<string> InertOptionsOf(FunnelDefinition funnel)
    {
        var options = funnel.Products.Values.SelectMany(product => product.Options).ToList();
        var matter = options
            .Where(option =>
                option.Value.Choices.Values.Any(choice => choice.Price is not null || choice.Requires.Count > 0)
            )
            .Select(option => option.Key)
            .Concat(
                options.SelectMany(option => option.Value.Choices.Values).SelectMany(choice => choice.Requires.Keys)
            )
            .Concat(
                funnel
                    .Steps.SelectMany(step => step.Offers ?? [])
                    .SelectMany(offer => offer.Set)
                    .SelectMany(set => set.Options.Keys)
            )
            .Concat(
                funnel
                    .Steps.SelectMany(Asking.Leaves)
                    .Select(leaf => leaf.Fact)
                    .OfType<Fact.LineOption>()
                    .Select(fact => fact.Option)
            );
        return options
            .Select(option => option.Key)
            .Except(matter, StringComparer.Ordinal)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private static ILookup<string, string> ContestedOf(FunnelDefinition funnel)
    {
        var asked = funnel.Steps.SelectMany(step => step.Offers ?? []).SelectMany(NamesOf).ToList();
        var names = new Pricing.LineNames(asked);
        var asking = asked.CountBy(name => name).ToDictionary(StringComparer.Ordinal);
        var numbered = asked.Select(StemOf).OfType<string>().CountBy(stem => stem).ToDictionary(StringComparer.Ordinal);
        return asking
            .Where(name =>
                name.Value
                    + numbered.GetValueOrDefault(name.Key)
                    + (StemOf(name.Key) is { } stem ? asking.GetValueOrDefault(stem) : 0)
                > 1
            )
            .SelectMany(name => names.InTurn(name.Key).Select(one => (Asked: name.Key, Name: one.ToString())))
            .ToLookup(name => name.Asked, name => name.Name, StringComparer.Ordinal);
    }

    private static string? StemOf(string name) => NumberedName.TrySplit(name, out var stem, out _) ? stem : null;

    public static IEnumerable<string> NamesOf(OfferDefinition offer) => offer.Add.Select(add => add.As ?? add.Product);
}

/// <summary>What is true of one step.</summary>
internal sealed class StepTraits
{
    public StepTraits(StepDefinition step, Traits funnel)
    {
        Offers = step.Offers ?? [];
        Leaves = [.. Asking.Leaves(step)];
        foreach (var (fact, _) in Leaves)
        {
            if (fact is Fact.Line { Name: var present })
            {
                Names.Add(present);
            }
        }

        foreach (var offer in Offers)
        {
            Ask(offer, funnel);
        }

        var asksParts =
            Lines.Count > 0
            || Offers.Any(offer =>
                offer is { Discount.On: DiscountTarget.Category } or { Multiply.Of: MultiplyBase.Net }
            );
        var takesSeveral = (step.Pick?.Max ?? (step.Kind is StepKind.CrossSell ? Offers.Count : 1)) > 1;
        AsksLinesAfter =
            (asksParts && takesSeveral)
            || step.Pick?.Min > 1
            // Of one offer, what it multiplies comes after what it takes off.
            || Offers.Any(offer => offer is { Discount: not null, Multiply.Of: MultiplyBase.Net })
            || Asking.LeavesOfWaysOut(step).Any(IsOfWhatSplits);
        AsksLines = asksParts || AsksLinesAfter || Leaves.Any(leaf => IsOfWhatSplits(leaf.Fact));
    }

    public IReadOnlyList<OfferDefinition> Offers { get; }

    public IReadOnlyList<(Fact Fact, Condition.Leaf Leaf)> Leaves { get; }

    public HashSet<string> Lines { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether what single lines, or some of them, come to matters.</summary>
    public bool AsksLines { get; }

    /// <summary>Whether it does once an offer of the step is applied: by another of the same answer, or on the ways out.</summary>
    public bool AsksLinesAfter { get; }

    /// <summary>Whether an amount is a part of the subtotal.</summary>
    public bool TakesOfSubtotal { get; private set; }

    public bool Discounts { get; private set; }

    /// <summary>Whether an amount is split over lines that other steps added.</summary>
    public bool Splits { get; private set; }

    /// <summary>Whether the subtotal can become lower.</summary>
    public bool Lowers { get; private set; }

    /// <summary>The highest amount that its conditions hold the subtotal against.</summary>
    public Money HighestHeld(FunnelDefinition funnel) =>
        Leaves
            .Where(asked => asked.Fact is Fact.OrderAmount { Sum: OrderSum.Subtotal })
            .SelectMany(asked => asked.Leaf.Operands)
            .Where(operand => operand is Value.Text or Value.Number)
            .Select(operand => GuardCompiler.AmountOf(operand, funnel))
            .DefaultIfEmpty()
            .Max();

    private void Ask(OfferDefinition offer, Traits funnel)
    {
        Lowers |= offer.Swap is not null || offer.Set.Count > 0;
        Lines.UnionWith(offer.Set.Select(set => set.Line));
        if (offer.Swap is { } swap)
        {
            Lines.Add(swap.Line);
        }

        Names.UnionWith(offer.Add.Select(add => add.For).OfType<string>());
        Names.UnionWith(Traits.NamesOf(offer).SelectMany(name => funnel.Contested[name]));
        if (offer.Swap is not null || offer.Set.Count > 0 || offer.Add.Count > 0)
        {
            TakesOfSubtotal |= funnel.PricesByOrder;
            Lines.UnionWith(funnel.LinesPricedBy);
        }

        switch (offer.Discount?.On)
        {
            case DiscountTarget.Line line:
                Lines.Add(line.Name);
                Lowers = true;
                break;
            case DiscountTarget.Order or DiscountTarget.Category:
                TakesOfSubtotal |= offer.Discount.On is DiscountTarget.Order;
                (Discounts, Splits, Lowers) = (true, true, true);
                break;
        }

        Splits |= offer.Multiply is not null;
    }

    /// <summary>Amounts are split over lines, and quantities multiplied where the product is.</summary>
    private static bool IsOfWhatSplits(Fact fact) => fact is Fact.LineAmount or Fact.LineQuantity;

    public static bool IsOfOneLine(Fact fact) =>
        fact is Fact.LineQuantity or Fact.LineAmount or Fact.LineProduct or Fact.LineOption;
}
