using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>The line, option or input that a fact names exists.</summary>
internal static class FactReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var site in subject.Leaves)
        {
            if (Fact.TryParse(site.Leaf.Fact, out var fact) && Fault(subject, fact, site.FactPointer) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Finding? Fault(Subject subject, Fact fact, string pointer) =>
        fact switch
        {
            Fact.Line line => LineReferenceRule.Fault(subject, line.Name, pointer),
            Fact.LineQuantity line => LineReferenceRule.Fault(subject, line.Name, pointer),
            Fact.LineAmount line => LineReferenceRule.Fault(subject, line.Name, pointer),
            Fact.LineProduct line => LineReferenceRule.Fault(subject, line.Name, pointer),
            Fact.LineOption line => LineReferenceRule.Fault(subject, line.Name, pointer)
                ?? OptionReferenceRule.Fault(
                    subject,
                    subject.ProductsOf(line.Name),
                    line.Option,
                    null,
                    pointer,
                    pointer
                ),
            Fact.Input input => InputReferenceRule.Fault(subject, input.Name, pointer),
            _ => null,
        };
}
