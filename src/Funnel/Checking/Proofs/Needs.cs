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

    /// <summary>The needs at each state of a machine, by index.</summary>
    public static Needs[] Of(FunnelMachine machine, SplitFacts facts)
    {
        var definition = machine.Definition;
        var traits = new Traits(definition);
        StepTraits[] steps = [.. machine.States.Select(state => new StepTraits(state.Definition, traits))];
        var needs = new Needs[machine.States.Count];
        foreach (var state in machine.States)
        {
            StepTraits[] toCome =
            [
                steps[state.Index],
                .. machine.States.Where(state.LeadsTo).Select(later => steps[later.Index]),
            ];
            var needed = needs[state.Index] = new() { InertOptions = traits.InertOptions };
            if (facts.TaxedCountry is { } country)
            {
                needed.Facts.Add(country);
            }

            foreach (var step in toCome)
            {
                needed.Ask(step, traits, facts);
            }

            // What is split over lines lands on each of them, by the others' weight.
            needed.AllLines = toCome.Any(step =>
                step.Splits
                && (
                    traits.TaxOnTop
                    || step.AsksLines
                    || machine.States.Any(later =>
                        machine.States[step.Index(machine)].LeadsTo(later) && steps[later.Index].AsksLines
                    )
                )
            );
            if (!toCome.Any(step => step.Lowers))
            {
                needed.SubtotalCap = traits.CapOf(toCome);
            }
        }

        return needs;
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
        Subtotal |= step.TakesOfSubtotal || traits.HasFreeShipping;
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

    public bool HasFreeShipping { get; } =
        funnel.Shipping is { } shipping && shipping.Methods.Values.Any(method => method.FreeFrom is not null);

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

    /// <summary>The least amount from which on the subtotal answers every question alike; null where it is needed exactly.</summary>
    public Money? CapOf(IReadOnlyList<StepTraits> steps)
    {
        if (steps.Any(step => step.TakesOfSubtotal))
        {
            return null;
        }

        var held =
            from step in steps
            from asked in step.Leaves
            where asked.Fact is Fact.OrderAmount { Sum: OrderSum.Subtotal }
            from operand in asked.Leaf.Operands
            where operand is Value.Text or Value.Number
            select GuardCompiler.AmountOf(operand, Funnel);
        var free = Funnel.Shipping?.Methods.Values.Select(method => method.FreeFrom).OfType<Money>() ?? [];

        // One above the highest, since a test may want more than it.
        return held.Concat(free).DefaultIfEmpty().Max() + new Money(1);
    }

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
        var names = new Pricing.LineNames(funnel.Steps.SelectMany(step => step.Offers ?? []).SelectMany(NamesOf));
        return funnel
            .Steps.SelectMany(step => step.Offers ?? [])
            .SelectMany(NamesOf)
            .CountBy(name => name)
            .Where(asked =>
                asked.Value > 1
                || funnel
                    .Steps.SelectMany(step => step.Offers ?? [])
                    .SelectMany(NamesOf)
                    .Any(other => IsOfStem(other, asked.Key) || IsOfStem(asked.Key, other))
            )
            .SelectMany(asked => names.InTurn(asked.Key).Select(name => (asked.Key, Name: name.ToString())))
            .ToLookup(name => name.Key, name => name.Name, StringComparer.Ordinal);
    }

    public static IEnumerable<string> NamesOf(OfferDefinition offer) => offer.Add.Select(add => add.As ?? add.Product);

    private static bool IsOfStem(string name, string stem) =>
        NumberedName.TrySplit(name, out var itsStem, out _) && itsStem == stem;
}

/// <summary>What is true of one step.</summary>
internal sealed class StepTraits
{
    private readonly StepDefinition _step;

    public StepTraits(StepDefinition step, Traits funnel)
    {
        _step = step;
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

        AsksLines = Lines.Count > 0 || Leaves.Any(leaf => leaf.Fact is Fact.LineAmount);
    }

    public IReadOnlyList<OfferDefinition> Offers { get; }

    public IReadOnlyList<(Fact Fact, Condition.Leaf Leaf)> Leaves { get; }

    public HashSet<string> Lines { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether what single lines come to matters.</summary>
    public bool AsksLines { get; }

    /// <summary>Whether an amount is a part of the subtotal.</summary>
    public bool TakesOfSubtotal { get; private set; }

    public bool Discounts { get; private set; }

    /// <summary>Whether an amount is split over lines that other steps added.</summary>
    public bool Splits { get; private set; }

    /// <summary>Whether the subtotal can become lower.</summary>
    public bool Lowers { get; private set; }

    public int Index(FunnelMachine machine) => machine.FindState(_step.Id)!.Index;

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

    public static bool IsOfOneLine(Fact fact) =>
        fact is Fact.LineQuantity or Fact.LineAmount or Fact.LineProduct or Fact.LineOption;
}
