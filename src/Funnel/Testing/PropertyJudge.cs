using System.Globalization;
using System.Numerics;
using Funnel.Checking;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Testing;

/// <summary>Decides by the census what is said of all walks; what it cannot decide has failed.</summary>
internal sealed class PropertyJudge(BesideFunnel<FunnelTests> reading, CheckReport report, FunnelMachine machine)
{
    // Of walks on which something is not true, one is as good as many.
    private const int MostFailures = 10;

    private const int PerPercent = 10_000;

    private readonly Currency _currency = machine.Definition.Currency;

    public TestResult Judge(TestProperty property, string pointer)
    {
        var (says, findings) = property switch
        {
            TestProperty.Ceiling ceiling => (
                $"No walk exceeds {Text(ceiling.NoWalkExceeds)}",
                IsBounded(ceiling) ? [] : Decide(census => Exceeded(ceiling, census))
            ),
            TestProperty.Floor floor => (
                $"Every walk is at least {Text(floor.EveryWalkIsAtLeast)}",
                Decide(census => Undercut(floor, census))
            ),
            TestProperty.Offered offered => (
                $"{offered.Offer} is shown as it should be",
                Decide(census => Misshown(offered, census))
            ),
            TestProperty.NothingLowers lowers => (
                "No offer lowers the total",
                Decide(census => Lowering(lowers, census))
            ),
            TestProperty.Multiplies multiplies => (
                "Every multiply saves",
                Decide(census => NotSaving(multiplies, census))
            ),
            TestProperty.LongestRun longest => (
                $"No run is longer than {longest.NoRunIsLongerThan} steps",
                Decide(census => TooLong(longest, census))
            ),
            _ => throw new InvalidOperationException($"There is no property {property.GetType()}."),
        };
        var name = property.Name ?? says;
        return new(
            name,
            IsProperty: true,
            [.. findings.Take(MostFailures).Select(finding => Failure(name, finding, pointer))]
        );
    }

    private TestFailure Failure(string name, Broken broken, string pointer) =>
        new(
            null,
            broken.Expected,
            broken.Found,
            reading.Place(
                broken.Code,
                $"{pointer}/{broken.At}",
                $"{Quoted.Value(name)}: expected {broken.Expected}, found {broken.Found}."
            )
        );

    /// <summary>What is certain without a census may be enough.</summary>
    private bool IsBounded(TestProperty.Ceiling ceiling) => report.Bounds?.Total <= ceiling.NoWalkExceeds.Minor;

    private IEnumerable<Broken> Decide(Func<Census, IEnumerable<Broken>> judge) =>
        report.Census is { } census
            ? judge(census)
            :
            [
                new(
                    TestCodes.PropertyUndecided,
                    "",
                    "a census of all walks",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"that it stopped at {report.Bounds?.States ?? 0} states, so this cannot be told"
                    )
                ),
            ];

    private IEnumerable<Broken> Exceeded(TestProperty.Ceiling ceiling, Census census)
    {
        if (census.Largest.Total > ceiling.NoWalkExceeds)
        {
            yield return Broke(
                "noWalkExceeds",
                $"no total above {Text(ceiling.NoWalkExceeds)}",
                $"{Text(census.Largest.Total)} on this walk: {census.Largest.Walk}"
            );
        }
    }

    private IEnumerable<Broken> Undercut(TestProperty.Floor floor, Census census)
    {
        if (census.Smallest.Total < floor.EveryWalkIsAtLeast)
        {
            yield return Broke(
                "everyWalkIsAtLeast",
                $"no total below {Text(floor.EveryWalkIsAtLeast)}",
                $"{Text(census.Smallest.Total)} on this walk: {census.Smallest.Walk}"
            );
        }
    }

    private IEnumerable<Broken> Misshown(TestProperty.Offered offered, Census census)
    {
        var named = offered.Offer.Split('/');
        var seen = census.Offers.Single(one => one.Step.Id == named[0] && one.Offer.Id == named[1]);
        foreach (var (name, bound, isBroken) in Bounds(offered.IsShownOn, seen.Shown, census.Walks))
        {
            if (isBroken)
            {
                yield return Broke(
                    $"isShownOn/{name}",
                    $"{offered.Offer} to be shown on {(name == "atLeast" ? "at least" : "at most")} {bound} % of the walks",
                    $"{Share(seen.Shown, census.Walks)} % of {census.Walks}"
                );
            }
        }

        if (offered.MovesTheTotalBy is { } range)
        {
            if (seen.Delta is not { } delta)
            {
                yield return Broke("movesTheTotalBy", "it to move the total", "that it never does with its defaults");
            }
            else if (delta.Least < range.AtLeast || delta.Most > range.AtMost)
            {
                yield return Broke(
                    delta.Least < range.AtLeast ? "movesTheTotalBy/atLeast" : "movesTheTotalBy/atMost",
                    delta.Least < range.AtLeast
                        ? $"{offered.Offer} to move the total by at least {Text(range.AtLeast.Value)}"
                        : $"{offered.Offer} to move the total by at most {Text(range.AtMost!.Value)}",
                    $"{Text(delta.Least)} to {Text(delta.Most)}"
                );
            }
        }
    }

    /// <summary>Both bounds as they are written, and whether so many of all walks are beyond them.</summary>
    private static IEnumerable<(string Name, Percent Bound, bool IsBroken)> Bounds(
        PercentRange? range,
        BigInteger shown,
        BigInteger walks
    )
    {
        if (range?.AtLeast is { } least)
        {
            yield return ("atLeast", least, shown * 100 * PerPercent < Units(least) * walks);
        }

        if (range?.AtMost is { } most)
        {
            yield return ("atMost", most, shown * 100 * PerPercent > Units(most) * walks);
        }

        static BigInteger Units(Percent percent) => new(percent.Value * PerPercent);
    }

    private static IEnumerable<Broken> Lowering(TestProperty.NothingLowers property, Census census) =>
        from offer in census.Offers
        let name = $"{offer.Step.Id}/{offer.Offer.Id}"
        where offer.LowersTotal is not null && !property.Except.Contains(name)
        select Broke(
            "noOfferLowersTheTotal",
            $"{name} never to lower the total",
            $"that it does after this walk: {offer.LowersTotal}"
        );

    private IEnumerable<Broken> NotSaving(TestProperty.Multiplies property, Census census) =>
        from multiply in census.Multiplies
        let least = property.AtLeast ?? new Money(1)
        where multiply.Least < least
        select Broke(
            property.AtLeast is null ? "multiplyAlwaysSaves" : "atLeast",
            $"{multiply.Step.Id}/{multiply.Offer.Id} to save at least {Text(least)}",
            $"{Text(multiply.Least)} after this walk: {multiply.LeastAt}"
        );

    private static IEnumerable<Broken> TooLong(TestProperty.LongestRun property, Census census)
    {
        if (census.LongestRun.Steps > property.NoRunIsLongerThan)
        {
            yield return Broke(
                "noRunIsLongerThan",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"no more than {property.NoRunIsLongerThan} upsells and cross-sells in a row"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{census.LongestRun.Steps} on this walk: {census.LongestRun.Walk}"
                )
            );
        }
    }

    private string Text(Money amount) => amount.ToText(_currency);

    /// <summary>A percentage with two decimals, cut off.</summary>
    private static string Share(BigInteger part, BigInteger whole) =>
        whole.IsZero ? "0" : ((decimal)(part * 100 * 100 / whole) / 100).ToString("0.##", CultureInfo.InvariantCulture);

    private static Broken Broke(string at, string expected, string found) =>
        new(TestCodes.PropertyBroken, at, expected, found);

    /// <param name="At">Which part of the property, as a pointer below it.</param>
    private sealed record Broken(string Code, string At, string Expected, string Found);
}
