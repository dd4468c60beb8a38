using System.Text.Json;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A leaf of a condition and where it is written.</summary>
/// <param name="OfOffer">Whether it is asked of an offer, so that there are facts about one.</param>
internal sealed record LeafSite(Condition.Leaf Leaf, string Pointer, bool OfOffer)
{
    public string FactPointer => $"{Pointer}/fact";

    public string TestPointer => $"{Pointer}/{NameOf(Leaf.Test)}";

    public string OperandPointer(int index) =>
        Leaf.Test switch
        {
            Test.In or Test.NotIn => Site.Of(TestPointer, index),
            Test.Season => $"{TestPointer}/{(index == 0 ? "from" : "to")}",
            _ => TestPointer,
        };

    public static string NameOf(Test test) => JsonNamingPolicy.CamelCase.ConvertName(test.ToString());

    public static IEnumerable<LeafSite> Of(StepSite step) =>
        [
            .. Of(step.Step.When, $"{step.Pointer}/when", ofOffer: false),
            .. Of(step.Step.OffersWhen, $"{step.Pointer}/offersWhen", ofOffer: true),
            .. step.Offers.SelectMany(offer => Of(offer.Offer.When, $"{offer.Pointer}/when", ofOffer: true)),
            .. step
                .Edges.SelectMany(edge => edge.Cases)
                .SelectMany(site => Of(site.Case.When, $"{site.Pointer}/when", ofOffer: false)),
        ];

    private static IEnumerable<LeafSite> Of(Condition? condition, string pointer, bool ofOffer) =>
        condition switch
        {
            Condition.All all => Of(all.Of, $"{pointer}/all", ofOffer),
            Condition.Any any => Of(any.Of, $"{pointer}/any", ofOffer),
            Condition.Not not => Of(not.Of, $"{pointer}/not", ofOffer),
            Condition.Leaf leaf => [new(leaf, pointer, ofOffer)],
            _ => [],
        };

    private static IEnumerable<LeafSite> Of(IReadOnlyList<Condition> conditions, string pointer, bool ofOffer) =>
        conditions.SelectMany((condition, index) => Of(condition, Site.Of(pointer, index), ofOffer));
}
