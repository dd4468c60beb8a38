using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>Turns a checked definition into what runs.</summary>
internal sealed class Compiler
{
    private readonly FunnelDefinition _funnel;
    private readonly LineNames _names;
    private readonly Dictionary<string, Product> _products;
    private int _offers;

    public Compiler(FunnelDefinition funnel)
    {
        _funnel = funnel;
        _names = new(Offers(funnel).SelectMany(offer => offer.Add).Select(NameOf));
        _products = funnel.Products.ToDictionary(
            product => product.Key,
            product => Compile(product.Key, product.Value)
        );
        Guards = new(funnel, _names);
    }

    public GuardCompiler Guards { get; }

    public IReadOnlyList<State> States()
    {
        State[] states = [.. _funnel.Steps.Select(Compile)];
        var byId = states.ToDictionary(state => state.Id);
        foreach (var state in states)
        {
            var next =
                state.Definition.Next
                ?? new([new() { To = state.Index + 1 < states.Length ? states[state.Index + 1].Id : Edge.End }]);
            state.Connect(trigger =>
                [.. EdgeOn(state.Definition, trigger, next).Cases.Select(edge => Compile(edge, byId))]
            );
        }

        MeasureAhead(states);
        return states;
    }

    private static IEnumerable<OfferDefinition> Offers(FunnelDefinition funnel) =>
        funnel.Steps.SelectMany(step => step.Offers ?? []);

    private static Edge EdgeOn(StepDefinition step, Trigger trigger, Edge next) =>
        trigger switch
        {
            Trigger.Accept => step.OnAccept,
            Trigger.Decline => step.OnDecline,
            _ => step.OnPass,
        } ?? next;

    /// <summary>Measures each state after those that it leads to. The check saw to it that there is no cycle.</summary>
    private static void MeasureAhead(State[] states)
    {
        var done = new HashSet<State>();
        var open = new Stack<State>(states);
        while (open.TryPeek(out var state))
        {
            var targets = state.PermittedTargets.Where(target => !done.Contains(target)).ToArray();
            if (targets.Length > 0 && !done.Contains(state))
            {
                Array.ForEach(targets, open.Push);
                continue;
            }

            open.Pop();
            if (done.Add(state))
            {
                state.MeasureAhead(states.Length);
            }
        }
    }

    private Transition Compile(EdgeCase edge, Dictionary<string, State> states) =>
        new(edge.When, Guards.Compile(edge.When), edge.To == Edge.End ? null : states[edge.To]);

    private State Compile(StepDefinition step, int index)
    {
        var selectionDiscounts = new SelectionDiscounts(step.Id, step.Title, step.SelectionDiscounts);
        Offer[] offers = [.. (step.Offers ?? []).Select(offer => Compile(step, offer, selectionDiscounts))];
        return new(index, step, offers, selectionDiscounts, Guards.Compile(step.When));
    }

    private Offer Compile(StepDefinition step, OfferDefinition offer, SelectionDiscounts selectionDiscounts)
    {
        var swap = offer.Swap is { } swapped ? new SwapEffect(_names[swapped.Line], _products[swapped.Product]) : null;
        SetEffect[] sets =
        [
            .. offer.Set.Select(set => new SetEffect(_names[set.Line], set.Quantity, [.. set.Options])),
        ];
        AddEffect[] adds = [.. offer.Add.Select(Compile)];
        Effect?[] effects =
        [
            swap,
            .. sets,
            .. adds,
            offer.Price is { } price ? new OfferPriceEffect(price) : null,
            offer.Discount is { } discount
                ? new DiscountEffect(discount, discount.On is DiscountTarget.Line line ? _names[line.Name] : null)
                : null,
            offer.Multiply is { } multiply ? new MultiplyEffect(multiply) : null,
            offer.Ship is { } method ? new ShipEffect(method) : null,
        ];
        Condition?[] when = [step.OffersWhen, offer.When];
        return new(
            _offers++,
            step.Id,
            offer,
            TitleOf(offer),
            Guards.CompileAll(when.OfType<Condition>()),
            [.. effects.OfType<Effect>()],
            selectionDiscounts,
            AskedBy(offer)
        )
        {
            Image =
                offer.Image
                ?? (offer.Swap is { } better ? _products[better.Product].Definition.Image : null)
                ?? (offer.Add is [var first, ..] ? _products[first.Product].Definition.Image : null),
            FixedQuantities =
            [
                .. offer.Set.Select(set => set.Quantity?.Fixed).OfType<int>(),
                .. adds.Select(add => add.FixedQuantity).OfType<int>(),
            ],
            FixedChoices =
            [
                .. offer
                    .Set.SelectMany(set => set.Options)
                    .Where(option => option.Value.Fixed is not null)
                    .Select(option => (option.Key, option.Value.Fixed!)),
                .. adds.SelectMany(add => add.FixedChoices),
            ],
        };
    }

    private AddEffect Compile(AddDefinition add) =>
        new(
            _products[add.Product],
            add.Quantity,
            [.. add.Options],
            _names.InTurn(NameOf(add)),
            add.For is { } parent ? _names[parent] : null
        );

    /// <summary>The name that an add asks for.</summary>
    private static string NameOf(AddDefinition add) => add.As ?? add.Product;

    private Asked? AskedBy(OfferDefinition offer)
    {
        foreach (var set in offer.Set)
        {
            if (IsAsked(set.Quantity, set.Options))
            {
                var swappedIn = offer.Swap is { } swap && swap.Line == set.Line ? _products[swap.Product] : null;
                return new(
                    null,
                    _names[set.Line],
                    swappedIn,
                    set.Quantity is { Fixed: null },
                    AskedOptions(set.Options)
                );
            }
        }

        foreach (var add in offer.Add)
        {
            if (IsAsked(add.Quantity, add.Options))
            {
                return new(
                    _products[add.Product],
                    null,
                    null,
                    add.Quantity is { Fixed: null },
                    AskedOptions(add.Options)
                );
            }
        }

        return null;
    }

    private static bool IsAsked(QuantityTerm? quantity, IReadOnlyDictionary<string, ChoiceTerm> options) =>
        quantity is { Fixed: null } || AskedOptions(options).Length > 0;

    private static string[] AskedOptions(IReadOnlyDictionary<string, ChoiceTerm> options) =>
        [.. options.Where(option => option.Value.Fixed is null).Select(option => option.Key)];

    private Text TitleOf(OfferDefinition offer) =>
        offer.Title
        ?? (offer.Swap is { } swap ? _products[swap.Product].Name : null)
        ?? (offer.Add is [var add, ..] ? _products[add.Product].Name : null)
        ?? offer
            .Set.SelectMany(set => set.Options.Select(option => NameOf(set.Line, option.Key, option.Value.Fixed)))
            .FirstOrDefault(name => name is not null)
        ?? throw new InvalidOperationException(
            $"Offer {offer.Id} has no title, though the check saw to it that it can be derived."
        );

    /// <summary>The name of a choice, as the products call it that the line is most likely to be.</summary>
    private Text? NameOf(string line, string option, string? choice)
    {
        if (choice is null)
        {
            return null;
        }

        var added = Offers(_funnel).SelectMany(offer => offer.Add).Where(add => NameOf(add) == line);
        var swappedIn = Offers(_funnel)
            .Select(offer => offer.Swap)
            .OfType<SwapDefinition>()
            .Where(swap => swap.Line == line);
        return added
            .Select(add => add.Product)
            .Concat(swappedIn.Select(swap => swap.Product))
            // A line called pens-2 is named by what came before it.
            .Concat(_funnel.Products.Keys)
            .Select(product =>
                _funnel.Products[product].Options.GetValueOrDefault(option)?.Choices.GetValueOrDefault(choice)?.Name
            )
            .FirstOrDefault(name => name is not null);
    }

    private Product Compile(string id, ProductDefinition product)
    {
        var optionIds = product.Options.Keys.ToArray();
        var options = product.Options.Select(option => new ProductOption(
            option.Key,
            option.Value.Name,
            [.. option.Value.Choices.Select(choice => Compile(choice.Key, choice.Value, product, optionIds))],
            Array.IndexOf([.. option.Value.Choices.Keys], option.Value.Default)
        ));
        var tax = _funnel.Tax is { } taxes
            ? Array.IndexOf([.. Terms.TaxCategories(_funnel)], product.Tax ?? taxes.Default)
            : Product.Untaxed;
        return new(id, product, Compile(product.Price), [.. options], tax);
    }

    private ProductChoice Compile(string id, ChoiceDefinition choice, ProductDefinition product, string[] optionIds) =>
        new(
            id,
            choice.Name,
            choice.Price is { } price ? Compile(price) : null,
            [
                .. choice.Requires.Select(required => new Requirement(
                    Array.IndexOf(optionIds, required.Key),
                    [
                        .. required.Value.Ids.Select(allowed =>
                            Array.IndexOf([.. product.Options[required.Key].Choices.Keys], allowed)
                        ),
                    ]
                )),
            ]
        );

    private PriceForm Compile(PriceDefinition price) =>
        PriceForm.Compile(price, _funnel.Currency, _funnel.Rounding, _names);
}
