using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Shipping methods exist: the default, and those that offers choose.</summary>
internal static class ShippingRule
{
    private const string Shipping = "/shipping";

    public static IEnumerable<Finding> Find(Subject subject)
    {
        if (subject.Funnel.Shipping is { } shipping)
        {
            return subject.File.IsMissing($"{Shipping}/methods")
                ? []
                : Uses(subject)
                    .Prepend((Method: shipping.Default, Pointer: $"{Shipping}/default"))
                    .Where(use => !shipping.Methods.ContainsKey(use.Method))
                    .Select(use => new Finding(
                        CheckCodes.UnknownShippingMethod,
                        use.Pointer,
                        $"There is no shipping method {Quoted.Value(use.Method)}."
                            + Known.Sentence(use.Method, shipping.Methods.Keys, "methods")
                    ));
        }

        return subject.File.IsUnread(Shipping)
            ? []
            : Uses(subject)
                .Select(use => new Finding(
                    CheckCodes.NotDeclared,
                    use.Pointer,
                    "This funnel ships nothing, so no shipping method can be chosen. Declare \"shipping\" with its methods, or take this out."
                ));
    }

    private static IEnumerable<(string Method, string Pointer)> Uses(Subject subject) =>
        from offer in subject.Offers
        where offer.Offer.Ship is not null
        select (offer.Offer.Ship, $"{offer.Pointer}/ship");
}
