using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>Every step and every offer is shown on some walk.</summary>
internal static class ReachRule
{
    public static IEnumerable<Finding> Find(Exploration explored) =>
        explored
            .Sightings.Steps.Where(step => !step.IsShown)
            .SelectMany(step => Find(step, explored))
            .Concat(
                explored
                    .Sightings.Offers.Where(offer => offer.FirstShown is null)
                    .Where(offer =>
                        explored.Sightings.Steps[offer.State.Index]
                            is { IsReached: true, When: null or { EverHeld: true } }
                    )
                    .Select(Find)
            );

    private static IEnumerable<Finding> Find(StepSighting step, Exploration explored)
    {
        var name = Quoted.Value(step.State.Id);
        if (step is { IsReached: true, When.EverHeld: false })
        {
            var (pointer, seen) = step.When.Culprit();
            yield return new(
                CheckCodes.StepNeverShown,
                pointer,
                $"Step {name} is never shown: {seen}. Change the condition, or take the step out."
            );
        }

        if (step.IsReached)
        {
            yield break;
        }

        var closed = explored
            .Sightings.Steps.SelectMany(other => other.WaysOut)
            .Where(way => way.To == step.State.Id && !way.When.EverHeld)
            .Select(way => way.When.Culprit())
            .Distinct()
            .ToList();
        foreach (var (pointer, seen) in closed)
        {
            yield return new(
                CheckCodes.StepNeverShown,
                pointer,
                $"No walk comes to step {name} this way: {seen}. Change the condition, or lead another edge to the step."
            );
        }

        if (closed.Count == 0)
        {
            yield return new(
                CheckCodes.StepNeverShown,
                $"/steps/{step.State.Index}",
                $"No walk comes to step {name}: cases before it are always taken first. Change their order, or take the step out."
            );
        }
    }

    private static Finding Find(OfferSighting offer)
    {
        var name = Quoted.Value($"{offer.State.Id}/{offer.Offer.Id}");
        var (pointer, why) =
            offer.When.FirstOrDefault(when => !when.EverHeld)?.Culprit()
            ?? (offer.Pointer, string.Join(", or ", offer.Obstacles.Where(IsOfTheOrder).Select(ObstacleWords.InWords)));
        return new(
            CheckCodes.OfferNeverShown,
            pointer,
            $"Offer {name} is never shown: {why}. Change that, or take the offer out."
        );
    }

    private static bool IsOfTheOrder(Obstacle obstacle) => obstacle is not Obstacle.Condition;
}
