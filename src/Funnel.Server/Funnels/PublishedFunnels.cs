using System.Collections.Concurrent;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Server.Storage;

namespace Funnel.Server.Funnels;

/// <summary>The published versions, each compiled once: the newest for new orders, older ones for the orders that pin them.</summary>
internal sealed class PublishedFunnels(IStore store)
{
    private readonly ConcurrentDictionary<(string Id, int Version), PublishedFunnel> _compiled = new();
    private volatile IReadOnlyDictionary<string, PublishedFunnel> _newest = new Dictionary<string, PublishedFunnel>();

    /// <summary>The newest version of every funnel, by id.</summary>
    public IReadOnlyDictionary<string, PublishedFunnel> Newest => _newest;

    /// <exception cref="InvalidOperationException">An order pins a version that the store does not have.</exception>
    public async ValueTask<PublishedFunnel> Find(string id, int version, CancellationToken cancellation)
    {
        if (_compiled.TryGetValue((id, version), out var compiled))
        {
            return compiled;
        }

        var stored =
            await store.FindVersion(id, version, cancellation)
            ?? throw new InvalidOperationException(
                $"Version {version} of funnel {id} is pinned by an order, but not stored."
            );
        return Compiled(stored);
    }

    /// <summary>Reads what the store has published meanwhile.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        var newest = await store.NewestVersions(cancellation);
        _newest = newest.Select(Compiled).ToDictionary(funnel => funnel.Id);
    }

    /// <summary>Compiles what passed the check when it was published: orders keep their version whatever rules came later.</summary>
    private PublishedFunnel Compiled(FunnelVersion stored) =>
        _compiled.GetOrAdd(
            (stored.FunnelId, stored.Version),
            static (_, stored) =>
                new(
                    stored.FunnelId,
                    stored.Version,
                    FunnelMachine.Compile(DefinitionReader.Read(stored.Content.Span).Definition!)
                ),
            stored
        );
}
