using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The default choices of a product go together: what is added without a word about options can be made.</summary>
internal static class DefaultsRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from product in subject.Products
        from conflict in Conflict.Among(
            product.Product,
            option => product.Product.Options.GetValueOrDefault(option)?.Default
        )
        select new Finding(
            CheckCodes.ChoicesDoNotGoTogether,
            $"{Site.Of($"{product.Pointer}/options", conflict.Option)}/default",
            $"The defaults do not go together: {conflict.Explanation} Change the default of {Quoted.Value(conflict.Option)} or of "
                + $"{Quoted.Value(conflict.OtherOption)}."
        );
}
