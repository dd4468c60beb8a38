using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Machine;
using Funnel.Testing;

namespace Funnel.Simulation;

/// <summary>A file of rates as it was read for one funnel.</summary>
/// <param name="Rates">Complete where there are no problems; null where the file is no JSON object.</param>
/// <param name="Problems">Everything that is wrong with it.</param>
public sealed record RatesReading(SimulationRates? Rates, IReadOnlyList<Problem> Problems)
{
    /// <param name="utf8">The file, with or without a byte order mark.</param>
    public static RatesReading Read(ReadOnlySpan<byte> utf8, FunnelMachine machine)
    {
        var reading = BesideFunnel.Read<SimulationRates>(utf8, machine, Find);
        return new(reading.Content, reading.Problems);
    }

    private static IEnumerable<Finding> Find(SimulationRates rates, FunnelMachine machine)
    {
        foreach (var offer in rates.Offers.Keys.Where(offer => TestReferences.FindOffer(machine, offer) is null))
        {
            yield return TestReferences.UnknownOffer($"/offers/{JsonPointer.Escape(offer)}", offer, machine);
        }

        if (rates.Leave.Value > 100)
        {
            yield return new(ProblemCodes.InvalidValue, "/leave", "No more than 100 of a hundred leave. Write less.");
        }

        for (var i = 0; i < rates.Starts.Count; i++)
        {
            foreach (var fault in rates.Starts[i].Faults($"/starts/{i}", machine))
            {
                yield return fault;
            }
        }
    }
}
