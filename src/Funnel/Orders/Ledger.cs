namespace Funnel.Orders;

/// <summary>By how much one answered step moved the order's amounts. The entries of a walk sum to its totals.</summary>
public sealed record LedgerEntry(
    string Step,
    IReadOnlyList<string> Offers,
    Money Subtotal,
    Money Shipping,
    Money Tax,
    Money Total
)
{
    /// <summary>The entry of a walk's last answer.</summary>
    public static LedgerEntry Of(Walk walk)
    {
        var (before, after) = (walk.Previous!.Basket, walk.Basket);
        return new(
            walk.Last!.State.Id,
            walk.Last.Offers,
            after.Subtotal - before.Subtotal,
            after.Shipping - before.Shipping,
            after.Tax - before.Tax,
            after.Total - before.Total
        );
    }
}
