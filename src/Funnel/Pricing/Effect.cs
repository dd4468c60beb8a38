namespace Funnel.Pricing;

/// <summary>One thing that an accepted offer does to the basket.</summary>
internal abstract class Effect
{
    /// <summary>Does it, or says what stands in its way. A basket edit in which an effect met an obstacle is thrown away.</summary>
    public abstract Obstacle Apply(EffectScope scope);
}

/// <summary>What stands in the way of an effect.</summary>
public enum Obstacle
{
    None,

    /// <summary>The offer's condition does not hold.</summary>
    Condition,

    /// <summary>The line that it acts on is not there.</summary>
    LineAbsent,

    /// <summary>The line that it belongs to is not there.</summary>
    ParentAbsent,

    /// <summary>Its price is a percentage of something that is not there.</summary>
    PriceBaseAbsent,

    /// <summary>Everything would stay as it is.</summary>
    ChangesNothing,

    /// <summary>The choices do not go together.</summary>
    ChoicesConflict,

    /// <summary>The product is not sold in that quantity.</summary>
    QuantityNotSold,

    /// <summary>The product lacks that option or choice.</summary>
    ChoiceNotSold,

    /// <summary>Nothing is there that its discount or multiply is on.</summary>
    NothingThere,

    /// <summary>It touches a multiplied line, which is final.</summary>
    LineFinal,

    /// <summary>The amounts leave the range of exact money.</summary>
    TooLarge,
}

/// <summary>What an offer's effects act on while it is applied.</summary>
internal readonly ref struct EffectScope(BasketEdit basket, AdjustmentOrigin origin, Selection selection)
{
    public BasketEdit Basket => basket;

    public Terms Terms => basket.Terms;

    /// <summary>The step, offer and label of the adjustments that arise.</summary>
    public AdjustmentOrigin Origin => origin;

    /// <summary>What the shopper chose.</summary>
    public Selection Selection => selection;

    /// <summary>Index of the first line that this offer adds; its later ones follow.</summary>
    public int FirstAdded { get; } = basket.Count;
}

/// <summary>What a shopper chose of an offer that lets them choose; what is left out takes its default.</summary>
/// <param name="Quantity">A quantity.</param>
/// <param name="Options">Option id to choice id.</param>
public readonly record struct Selection(int? Quantity, IReadOnlyDictionary<string, string>? Options)
{
    internal string? ChoiceOf(string option) =>
        Options is not null && Options.TryGetValue(option, out var choice) ? choice : null;
}
