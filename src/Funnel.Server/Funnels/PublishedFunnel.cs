using Funnel.Machine;

namespace Funnel.Server.Funnels;

/// <summary>One version of a funnel, compiled.</summary>
internal sealed record PublishedFunnel(string Id, int Version, FunnelMachine Machine);
