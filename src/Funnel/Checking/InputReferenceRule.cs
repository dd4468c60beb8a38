using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>An input that a product carries is taken at the start or by a form.</summary>
internal static class InputReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from product in subject.Products
        from input in product.Product.Personalised.Select((name, index) => (Name: name, Index: index))
        let fault = Fault(subject, input.Name, Site.Of($"{product.Pointer}/personalised", input.Index))
        where fault is not null
        select fault;

    /// <summary>What is wrong with naming an input; null where nothing is.</summary>
    public static Finding? Fault(Subject subject, string name, string pointer) =>
        subject.Hides.Inputs || subject.Inputs.Any(input => input.Name == name)
            ? null
            : new(
                CheckCodes.UnknownInput,
                pointer,
                $"There is no input {Quoted.Value(name)}: declare it under \"inputs\" or as a field of a form."
                    + Known.Sentence(name, subject.Inputs.Select(input => input.Name), "inputs")
            );
}
