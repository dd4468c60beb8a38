using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Simulation;

/// <summary>What one simulated shopper did.</summary>
/// <param name="Walk">As far as they went.</param>
/// <param name="IsCompleted">Whether they went to the end, and bought.</param>
/// <param name="Shown">Every offer that they were shown.</param>
internal sealed record SimulatedVisit(Walk Walk, bool IsCompleted, IReadOnlyList<Offer> Shown);
