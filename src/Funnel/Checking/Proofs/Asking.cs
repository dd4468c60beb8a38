using Funnel.Definitions;

namespace Funnel.Checking.Proofs;

/// <summary>The conditions of a step, and the facts that they ask.</summary>
internal static class Asking
{
    /// <summary>Every condition that is judged at a step: before it is shown, of its offers, and on the ways out.</summary>
    public static IEnumerable<Condition> Conditions(StepDefinition step) =>
        new[] { step.When, step.OffersWhen }
            .Concat((step.Offers ?? []).Select(offer => offer.When))
            .OfType<Condition>()
            .Concat(OfWaysOut(step));

    /// <summary>The facts that are judged once the step is answered.</summary>
    public static IEnumerable<Fact> LeavesOfWaysOut(StepDefinition step) =>
        OfWaysOut(step).SelectMany(Leaves).Select(leaf => Fact.Parse(leaf.Fact));

    private static IEnumerable<Condition> OfWaysOut(StepDefinition step) =>
        new[] { step.Next, step.OnAccept, step.OnDecline, step.OnPass }
            .OfType<Edge>()
            .SelectMany(edge => edge.Cases.Select(one => one.When))
            .OfType<Condition>();

    public static IEnumerable<Condition.Leaf> Leaves(Condition condition) =>
        condition switch
        {
            Condition.All all => all.Of.SelectMany(Leaves),
            Condition.Any any => any.Of.SelectMany(Leaves),
            Condition.Not not => Leaves(not.Of),
            Condition.Leaf leaf => [leaf],
            _ => throw new InvalidOperationException($"A condition of an unknown form: {condition.GetType()}."),
        };

    /// <summary>Every leaf that is judged at a step, with its fact.</summary>
    public static IEnumerable<(Fact Fact, Condition.Leaf Leaf)> Leaves(StepDefinition step) =>
        Conditions(step).SelectMany(Leaves).Select(leaf => (Fact.Parse(leaf.Fact), leaf));
}
