using System.Collections.Concurrent;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Server.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Funnel.Server.Funnels;

/// <summary>The published versions, compiled: the newest for new orders, older ones for the orders that pin them.</summary>
/// <remarks>
/// A funnel's newest version here is the newest that could be read. What cannot, because a later release has published it, and
/// a store that is out of reach, leave it as it is.
/// </remarks>
internal sealed partial class PublishedFunnels(IStore store, ILogger<PublishedFunnels> logger) : IDisposable
{
    // Some are the size of a megabyte when compiled. What is not kept is compiled again when an order asks for it.
    private const int MostOlder = 100;

    private readonly MemoryCache _older = new(new MemoryCacheOptions { SizeLimit = MostOlder });
    private readonly ConcurrentDictionary<(string Id, int Version), string> _unreadable = new();
    private readonly Lock _adding = new();
    private volatile Dictionary<string, PublishedFunnel> _newest = [];

    /// <summary>The newest version of every funnel, by id.</summary>
    public IReadOnlyDictionary<string, PublishedFunnel> Newest => _newest;

    /// <returns>Null where there is no such version.</returns>
    /// <exception cref="UnreadableVersionException">This release cannot read it.</exception>
    public async ValueTask<PublishedFunnel?> Find(string id, int version, CancellationToken cancellation)
    {
        if (_newest.TryGetValue(id, out var newest) && newest.Version == version)
        {
            return newest;
        }

        if (_older.TryGetValue((id, version), out PublishedFunnel? known))
        {
            return known;
        }

        return await Load(id, version, cancellation) is { } loaded ? Keep(loaded) : null;
    }

    /// <summary>Takes up what was published meanwhile, by whichever instance.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        foreach (var (id, version) in await store.NewestVersions(cancellation))
        {
            for (var next = version; next > (_newest.GetValueOrDefault(id)?.Version ?? 0); next--)
            {
                try
                {
                    if (await Load(id, next, cancellation) is { } loaded)
                    {
                        Add(loaded);
                    }
                }
                catch (UnreadableVersionException)
                {
                    // Told when it was found out: the one before it serves.
                }
            }
        }
    }

    /// <summary>Makes a version its funnel's newest, unless a newer one is known.</summary>
    public void Add(PublishedFunnel funnel)
    {
        lock (_adding)
        {
            var before = _newest.GetValueOrDefault(funnel.Id);
            if (before?.Version >= funnel.Version)
            {
                return;
            }

            _newest = new(_newest) { [funnel.Id] = funnel };
            if (before is not null)
            {
                Keep(before);
            }
        }
    }

    public void Dispose() => _older.Dispose();

    private PublishedFunnel Keep(PublishedFunnel funnel) =>
        _older.Set((funnel.Id, funnel.Version), funnel, new MemoryCacheEntryOptions { Size = 1 });

    private async Task<PublishedFunnel?> Load(string id, int version, CancellationToken cancellation) =>
        _unreadable.TryGetValue((id, version), out var why) ? throw new UnreadableVersionException(why)
        : await store.FindVersion(id, version, cancellation) is { } stored ? Compile(stored)
        : null;

    /// <summary>Compiles what passed the check when it was published: orders keep their version whatever rules came later.</summary>
    private PublishedFunnel Compile(FunnelVersion stored)
    {
        var reading = DefinitionReader.Read(stored.Content.Span);
        if (reading.Problems is [var problem, ..])
        {
            throw Unreadable(stored, $"{problem.Code} in line {problem.Line}, column {problem.Column}", null);
        }

        try
        {
            return new(stored.FunnelId, stored.Version, FunnelMachine.Compile(reading.Definition!));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It does no more than look at the definition, so whatever it throws is about that.
            throw Unreadable(stored, "it does not compile", e);
        }
    }

    private UnreadableVersionException Unreadable(FunnelVersion stored, string why, Exception? cause)
    {
        var what = $"Version {stored.Version} of funnel {stored.FunnelId} cannot be read by this release: {why}.";
        if (_unreadable.TryAdd((stored.FunnelId, stored.Version), what))
        {
            LogUnreadable(cause, what);
        }

        return new(what);
    }

    [LoggerMessage(
        LogLevel.Error,
        "{What} A later one may have published it; the last version that can be read serves"
    )]
    private partial void LogUnreadable(Exception? cause, string what);
}

/// <summary>A version that this release cannot read; one that can has published it.</summary>
internal sealed class UnreadableVersionException(string message) : Exception(message);
