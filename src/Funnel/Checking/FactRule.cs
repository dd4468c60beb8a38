using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>What a condition asks about is something that conditions know, and know there.</summary>
internal static class FactRule
{
    private static readonly string[] Fixed =
    [
        "order.subtotal",
        "order.list",
        "order.total",
        "order.lines",
        "order.accepted",
        "order.declined",
        "order.products",
        "order.categories",
        "order.tags",
        "order.offers",
        "offer.price",
        "offer.share",
        "context.locale",
        "context.country",
        "context.channel",
        "context.device",
        "context.referrer",
        "date",
        "weekday",
        "time",
    ];

    public static IEnumerable<Finding> Find(Subject subject)
    {
        foreach (var site in subject.Leaves)
        {
            if (!Fact.TryParse(site.Leaf.Fact, out var fact))
            {
                yield return new(
                    CheckCodes.UnknownFact,
                    site.FactPointer,
                    $"There is no fact {Quoted.Value(site.Leaf.Fact)}.{Suggestion.Sentence(site.Leaf.Fact, Names(subject))} Facts begin with "
                        + "\"order.\", \"line.\", \"offer.\", \"input.\", \"customer.\" or \"context.\", or are \"date\", \"weekday\" or \"time\"."
                );
            }
            else if (fact is Fact.OfferPrice or Fact.OfferShare && !site.OfOffer)
            {
                yield return new(
                    CheckCodes.FactNeedsAnOffer,
                    site.FactPointer,
                    $"{Quoted.Value(site.Leaf.Fact)} is about one offer, and here there is none. "
                        + "Ask it in the \"when\" of an offer, or in the step's \"offersWhen\"."
                );
            }
        }
    }

    private static IEnumerable<string> Names(Subject subject) =>
        [
            .. Fixed,
            .. subject.Lines.Names.All.SelectMany(line =>
                new[]
                {
                    $"line.{line}",
                    $"line.{line}.quantity",
                    $"line.{line}.list",
                    $"line.{line}.net",
                    $"line.{line}.product",
                }
            ),
            .. subject.Inputs.Select(input => $"input.{input.Name}"),
        ];
}
