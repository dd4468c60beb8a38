using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>How many offers of a step may be accepted, its kind's defaults filled in.</summary>
internal readonly record struct Picks(int Min, int Max)
{
    public static Picks Of(StepDefinition step)
    {
        var (min, max) = step.Kind switch
        {
            StepKind.Choose => (1, 1),
            StepKind.Upsell => (0, 1),
            _ => (0, step.Offers?.Count ?? 0),
        };
        min = step.Pick?.Min ?? min;
        return new(min, step.Pick?.Max ?? Math.Max(min, max));
    }
}
