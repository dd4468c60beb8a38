using System.Globalization;
using System.Numerics;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking.Proofs;

/// <summary>What can be told of all walks of a funnel.</summary>
/// <param name="Census">The exact census; null where there were too many states.</param>
/// <param name="Bounds">What is certain all the same; null where there is a census.</param>
/// <param name="Findings">What keeps walks from being as they should.</param>
internal sealed record Proven(
    Census? Census,
    OuterBounds? Bounds,
    IReadOnlyList<(Finding Finding, Severity Severity)> Findings
)
{
    /// <summary>At most so many states are looked at: what a check takes in time and memory is in proportion.</summary>
    public const int MostStates = 100_000;

    /// <summary>At most so often an offer is tried.</summary>
    public const int MostTrials = 2_000_000;

    /// <param name="machine">Of a definition that passed all rules.</param>
    /// <param name="looked">Is told now and then how many states were looked at.</param>
    public static Proven Of(
        FunnelMachine machine,
        int mostStates = MostStates,
        int mostTrials = MostTrials,
        Action<int>? looked = null
    )
    {
        var declines = DeclineRule.Find(machine).Select(finding => (finding, Severity.Error));
        var explored = new Exploration(machine, mostStates, mostTrials);
        if (!TryRun(explored, looked))
        {
            var bounds = OuterBounds.Of(machine, explored.Facts, explored.States);
            return new(null, bounds, [.. declines, (Stopped(bounds, machine.Definition.Currency), Severity.Note)]);
        }

        // Where no walk ends there is nothing to count.
        var census = explored.Ends.Any() ? explored.Census() : null;
        return new(
            census,
            null,
            [
                .. declines,
                .. ReachRule.Find(explored).Select(finding => (finding, Severity.Error)),
                .. EndRule.DeadEnds(explored).Select(finding => (finding, Severity.Error)),
                .. EndRule.EmptyOrders(explored).Select(finding => (finding, Severity.Warning)),
                .. MultiplyRule
                    .Find(census, machine.Definition.Currency)
                    .Select(finding => (finding, Severity.Warning)),
            ]
        );
    }

    /// <returns>False beyond the bounds, and where amounts leave the range of exact money.</returns>
    private static bool TryRun(Exploration explored, Action<int>? looked)
    {
        try
        {
            return !explored.IsTooMuch && explored.TryRun(looked);
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private static Finding Stopped(OuterBounds bounds, Currency currency) =>
        new(
            CheckCodes.CensusStopped,
            "/steps",
            $"The census stopped at {InWords(bounds.States)} states, so nothing is proven of single walks. It is certain that there are at most {InWords(bounds.Walks)} walks, and that no total is above {bounds.TotalText(currency)} {currency.Code}. "
                + "Fewer quantities and options to choose from, fewer offers in one step, or lower prices bring it within reach."
        );

    private static string InWords(BigInteger number) =>
        number < 1_000_000_000
            ? number.ToString("N0", CultureInfo.InvariantCulture)
            : number.ToString("0.#E+0", CultureInfo.InvariantCulture);
}
