using Funnel.Server.Storage;
using Funnel.Testing;

namespace Funnel.Server.Funnels;

/// <summary>The one way in which a definition is judged and becomes a version: at the start, from a watched folder, over HTTP.</summary>
internal sealed partial class Publishing(
    IStore store,
    PublishedFunnels funnels,
    Checks checks,
    TimeProvider clock,
    ILogger<Publishing> logger
)
{
    /// <param name="funnelId">The funnel that it is meant for; null for whichever it says.</param>
    /// <exception cref="TooManyChecksException">Enough others wait already.</exception>
    public Task<CheckedDefinition> Check(
        ReadOnlyMemory<byte> content,
        string? funnelId,
        CancellationToken cancellation
    ) => checks.Run(() => CheckedDefinition.Of(content, funnelId), cancellation);

    /// <summary>Runs the tests of a definition without errors.</summary>
    /// <exception cref="TooManyChecksException">Enough others wait already.</exception>
    public Task<TestReport> Test(
        CheckedDefinition definition,
        ReadOnlyMemory<byte> tests,
        CancellationToken cancellation
    ) => checks.Run(() => TestRun.Of(tests.Span, definition.Report, definition.Machine!), cancellation);

    /// <summary>Publishes a definition as its funnel's next version, unless it is the newest already.</summary>
    /// <param name="over">The number of the version that must be the newest, 0 where there must be none; null where any may be.</param>
    /// <returns>Null where it has errors, or another version is the newest: then nothing is published.</returns>
    public async Task<Publication?> Publish(
        CheckedDefinition definition,
        Publisher by,
        int? over,
        CancellationToken cancellation
    )
    {
        if (
            definition.Machine is not { } machine
            || await store.Publish(machine.Definition.Id, definition.Content, by, clock.GetUtcNow(), over, cancellation)
                is not { } publication
        )
        {
            return null;
        }

        var version = publication.Version;
        funnels.Add(new(version.FunnelId, version.Version, machine));
        if (publication.IsNew)
        {
            Log(version.FunnelId, version.Version, by);
        }

        return publication;
    }

    private void Log(string funnel, int version, Publisher by)
    {
        if (by.Key is null)
        {
            LogPublishedFile(version, funnel, Escaped(by.File!));
        }
        else if (by.Restored is { } restored)
        {
            LogRestored(version, funnel, restored, Escaped(by.Key));
        }
        else
        {
            LogPublished(version, funnel, Escaped(by.Key));
        }
    }

    /// <summary>As in an address, so that no character of it can begin a line of its own.</summary>
    private static string Escaped(string name) => Uri.EscapeDataString(name);

    [LoggerMessage(LogLevel.Information, "Version {Version} of funnel {Funnel} was published from file {File}")]
    private partial void LogPublishedFile(int version, string funnel, string file);

    [LoggerMessage(LogLevel.Information, "Version {Version} of funnel {Funnel} was published with merchant key {Key}")]
    private partial void LogPublished(int version, string funnel, string key);

    [LoggerMessage(
        LogLevel.Information,
        "Version {Version} of funnel {Funnel} was published by restoring version {Restored} with merchant key {Key}"
    )]
    private partial void LogRestored(int version, string funnel, int restored, string key);
}
