using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>An id that a fact is held against exists.</summary>
internal static class OperandReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var site in subject.Leaves)
        {
            if (!Fact.TryParse(site.Leaf.Fact, out var fact) || !Comparison.Fits(subject, fact, site.Leaf.Test))
            {
                // A test that does not fit is one mistake, not two.
                continue;
            }

            for (var i = 0; i < site.Leaf.Operands.Count; i++)
            {
                if (
                    site.Leaf.Operands[i] is Value.Text { Content: var id }
                    && Fault(subject, fact, id, site.OperandPointer(i)) is { } fault
                )
                {
                    yield return fault;
                }
            }
        }
    }

    private static Finding? Fault(Subject subject, Fact fact, string id, string pointer) =>
        fact switch
        {
            Fact.OrderSet { Of: IdSet.Products } or Fact.LineProduct => ProductReferenceRule.Fault(
                subject,
                id,
                pointer
            ),
            Fact.OrderSet { Of: IdSet.Categories } => CategoryReferenceRule.Fault(subject, id, pointer),
            Fact.OrderSet { Of: IdSet.Tags } => TagFault(subject, id, pointer),
            Fact.OrderSet { Of: IdSet.Offers } => OfferFault(subject, id, pointer),
            Fact.LineOption line => OptionReferenceRule.ChoiceFault(
                subject,
                subject.ProductsOf(line.Name),
                line.Option,
                id,
                pointer
            ),
            Fact.Input input => InputFault(subject, input.Name, id, pointer),
            _ => null,
        };

    private static Finding? TagFault(Subject subject, string tag, string pointer)
    {
        var tags = subject.Products.SelectMany(product => product.Product.Tags).ToHashSet(StringComparer.Ordinal);
        return tags.Contains(tag) || subject.Hides.Tags
            ? null
            : new(
                CheckCodes.UnknownTag,
                pointer,
                $"No product has the tag {Quoted.Value(tag)}.{Known.Sentence(tag, tags, "tags")}"
            );
    }

    private static Finding? OfferFault(Subject subject, string offer, string pointer)
    {
        var offers = subject.Offers.Select(site => $"{subject.Steps[site.StepIndex].Step.Id}/{site.Offer.Id}").ToList();
        return subject.Hides.Offers || offers.Contains(offer, StringComparer.Ordinal)
            ? null
            : new(
                CheckCodes.UnknownOffer,
                pointer,
                $"There is no offer {Quoted.Value(offer)}: write the step's id, a slash and the offer's id."
                    + Known.Sentence(offer, offers, "offers")
            );
    }

    private static Finding? InputFault(Subject subject, string name, string choice, string pointer)
    {
        var declared = subject.Inputs.Where(input => input.Name == name).ToList();
        var choices = declared.SelectMany(input => input.Input.Choices.Keys).ToList();
        return
            declared.Count == 0
            || declared.Any(input => input.Input.Type is not FieldType.Choice)
            || choices.Count == 0
            || choices.Contains(choice, StringComparer.Ordinal)
            ? null
            : new(
                CheckCodes.UnknownChoice,
                pointer,
                $"{Quoted.Value(name)} has no choice {Quoted.Value(choice)}.{Known.Sentence(choice, choices, "choices")}"
            );
    }
}
