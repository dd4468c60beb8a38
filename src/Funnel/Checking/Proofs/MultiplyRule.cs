namespace Funnel.Checking.Proofs;

/// <summary>A multiply is no dearer than buying so many times the quantities.</summary>
internal static class MultiplyRule
{
    public static IEnumerable<Finding> Find(Census? census, Currency currency) =>
        from multiply in census?.Multiplies ?? []
        where multiply.Least < Money.Zero
        let place = multiply.Step.Offers.TakeWhile(offer => offer != multiply.Offer).Count()
        select new Finding(
            CheckCodes.DearerThanBuying,
            $"/steps/{multiply.Step.Index}/offers/{place}/multiply",
            $"It costs {(-multiply.Least).ToText(currency)} more than buying as much, on this walk: {multiply.LeastAt}. Lower \"percent\"."
        );
}
