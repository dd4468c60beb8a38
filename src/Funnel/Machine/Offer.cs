using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>An offer compiled: its guard and its effects in the order in which they are applied.</summary>
public sealed class Offer
{
    /// <summary>How many combinations of choices are tried to find one that applies, where the defaults do not.</summary>
    private const int MostTrials = 1_000;

    private readonly Guard? _guard;
    private readonly Effect[] _effects;
    private readonly AdjustmentOrigin _origin;
    private readonly SelectionDiscounts _selectionDiscounts;

    internal Offer(
        int number,
        string step,
        OfferDefinition definition,
        Text title,
        Guard? guard,
        Effect[] effects,
        SelectionDiscounts selectionDiscounts,
        Asked? asks
    )
    {
        Number = number;
        Definition = definition;
        Title = title;
        Asks = asks;
        _guard = guard;
        _effects = effects;
        _selectionDiscounts = selectionDiscounts;
        Price = effects.OfType<OfferPriceEffect>().FirstOrDefault();
        _origin = new(title, step, definition.Id);
    }

    public string Id => Definition.Id;

    public OfferDefinition Definition { get; }

    public Text Title { get; }

    /// <summary>Address of its picture: its own, else that of the product it swaps in or adds.</summary>
    public string? Image { get; internal init; }

    /// <summary>Its number among all offers of the funnel, from 0.</summary>
    internal int Number { get; }

    /// <summary>What it lets the shopper choose, or null.</summary>
    internal Asked? Asks { get; }

    /// <summary>Quantities that it fixes, and that an answer may repeat.</summary>
    internal IReadOnlyList<int> FixedQuantities { get; init; } = [];

    /// <summary>Options and choices that it fixes, and that an answer may repeat.</summary>
    internal IReadOnlyList<(string Option, string Choice)> FixedChoices { get; init; } = [];

    /// <summary>Its own price for what it adds, or null.</summary>
    internal OfferPriceEffect? Price { get; }

    /// <summary>In the order in which they are applied.</summary>
    internal IReadOnlyList<Effect> Effects => _effects;

    /// <summary>What its effects act on, one after the other.</summary>
    internal EffectScope ScopeOn(BasketEdit basket, Selection selection) => new(basket, _origin, selection);

    /// <summary>Applies it, or says what stands in its way; then the edit is spoilt.</summary>
    internal Obstacle Apply(BasketEdit basket, Selection selection)
    {
        var changes = basket.Changes;
        var scope = ScopeOn(basket, selection);
        try
        {
            foreach (var effect in _effects)
            {
                if (effect.Apply(scope) is not Obstacle.None and var obstacle)
                {
                    return obstacle;
                }
            }

            // The totals can leave the range of exact money where no line does.
            _ = basket.Totals;
        }
        catch (OverflowException)
        {
            return Obstacle.TooLarge;
        }

        return basket.Changes == changes ? Obstacle.ChangesNothing : Obstacle.None;
    }

    /// <summary>Applies it as the only offer that is accepted of its step, whose selection discounts may begin at one.</summary>
    internal Obstacle ApplyAlone(BasketEdit basket, Selection selection)
    {
        var firstAdded = basket.Count;
        var obstacle = Apply(basket, selection);
        if (obstacle is not Obstacle.None)
        {
            return obstacle;
        }

        try
        {
            _selectionDiscounts.Apply(basket, accepted: 1, firstAdded);
            _ = basket.Totals;
            return Obstacle.None;
        }
        catch (OverflowException)
        {
            return Obstacle.TooLarge;
        }
    }

    /// <summary>Whether its condition holds; it is judged before anything of the answer is applied.</summary>
    internal bool IsWanted(in Facts facts) =>
        _guard is null
        || _guard.Holds(_guard.AsksOfferPrice ? facts.WithOfferPrice(TryDefaults(facts.Basket).Price) : facts);

    /// <summary>The facts with what it would add, as its own condition sees them.</summary>
    internal Facts SeenBy(in Facts facts) => facts.WithOfferPrice(TryDefaults(facts.Basket).Price);

    /// <summary>Whether it is available, alone: its condition holds, and some choice of it would change something.</summary>
    internal Obstacle Judge(in Facts facts)
    {
        if (_guard is { AsksOfferPrice: false } && !_guard.Holds(facts))
        {
            return Obstacle.Condition;
        }

        var (byDefault, price) = TryDefaults(facts.Basket);
        if (_guard is { AsksOfferPrice: true } && !_guard.Holds(facts.WithOfferPrice(price)))
        {
            return Obstacle.Condition;
        }

        if (byDefault is Obstacle.None || Asks is null)
        {
            return byDefault;
        }

        foreach (var selection in Asks.Selections(facts.Basket).Take(MostTrials))
        {
            if (ApplyAlone(new BasketEdit(facts.Basket), selection) is Obstacle.None)
            {
                return Obstacle.None;
            }
        }

        return byDefault;
    }

    /// <summary>What comes of it alone with its default choices, and what that adds to the subtotal where it can be applied.</summary>
    private (Obstacle Obstacle, Money? Price) TryDefaults(Basket basket)
    {
        var trial = new BasketEdit(basket);
        var obstacle = ApplyAlone(trial, default);
        return (
            obstacle,
            obstacle is Obstacle.None or Obstacle.ChangesNothing ? trial.Subtotal - basket.Subtotal : null
        );
    }
}
