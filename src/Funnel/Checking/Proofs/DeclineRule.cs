using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking.Proofs;

/// <summary>Nobody has to buy more than they came for.</summary>
internal static class DeclineRule
{
    public static IEnumerable<Finding> Find(FunnelMachine machine) =>
        from state in machine.States
        where state.Definition.Kind is StepKind.Upsell or StepKind.CrossSell && state.PickMin > 0
        select new Finding(
            CheckCodes.CannotBeDeclined,
            $"/steps/{state.Index}/pick/min",
            "\"No, thank you\" must be an answer here. "
                + "Leave \"min\" out, or make it a step of kind \"choose\" if it is the main product."
        );
}
