using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The published funnel versions.</summary>
internal static class SqliteVersions
{
    private const string Columns = $"{VersionQueries.SummaryColumns}, content";

    public static IReadOnlyList<NewestVersion> NewestVersions(this SqliteSession session) =>
        session.All(VersionQueries.Newest, static row => new NewestVersion(row.GetString(0), row.GetInt32(1)));

    public static IReadOnlyList<VersionSummary> ListVersions(
        this SqliteSession session,
        string funnelId,
        int? before,
        int most
    ) => session.All(VersionQueries.List, Summary, funnelId, before ?? int.MaxValue, most);

    public static IReadOnlyList<VersionSummary> VersionsSinceFiles(this SqliteSession session) =>
        session.All(VersionQueries.SinceFiles, Summary);

    public static FunnelVersion? FindVersion(this SqliteSession session, string funnelId, int version) =>
        session.First(
            $"SELECT {Columns} FROM funnel_versions WHERE funnel_id = $1 AND version = $2",
            Version,
            funnelId,
            version
        );

    /// <summary>
    /// The version that is newest afterwards: the given one with its number, or an equal one from before. Null where the newest
    /// is another than the one that it was to be published over.
    /// </summary>
    public static Publication? Publish(this SqliteSession session, FunnelVersion candidate, int? over)
    {
        var newest = session.First(
            $"SELECT {Columns} FROM funnel_versions WHERE funnel_id = $1 ORDER BY version DESC LIMIT 1",
            Version,
            candidate.FunnelId
        );
        if (newest?.ContentHash == candidate.ContentHash)
        {
            return new(newest, IsNew: false);
        }

        var before = newest?.Version ?? 0;
        if (over is not null && over != before)
        {
            return null;
        }

        var published = candidate with { Version = before + 1 };
        session.Run(
            $"INSERT INTO funnel_versions ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            published.FunnelId,
            published.Version,
            published.ContentHash,
            published.PublishedAt,
            published.By.Key,
            published.By.File,
            published.By.Restored,
            published.Content
        );
        return new(published, IsNew: true);
    }

    private static VersionSummary Summary(SqliteDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            Version = row.GetInt32(1),
            ContentHash = row.GetString(2),
            PublishedAt = row.Moment(3),
            By = By(row),
        };

    private static FunnelVersion Version(SqliteDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            Version = row.GetInt32(1),
            ContentHash = row.GetString(2),
            PublishedAt = row.Moment(3),
            By = By(row),
            Content = row.Bytes(7),
        };

    private static Publisher By(SqliteDataReader row) =>
        new()
        {
            Key = row.IsDBNull(4) ? null : row.GetString(4),
            File = row.IsDBNull(5) ? null : row.GetString(5),
            Restored = row.IsDBNull(6) ? null : row.GetInt32(6),
        };
}
