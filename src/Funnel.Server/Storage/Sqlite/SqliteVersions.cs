using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The published funnel versions.</summary>
internal static class SqliteVersions
{
    private const string Columns = "funnel_id, version, content_hash, published_at, content";

    public static IReadOnlyList<FunnelVersion> NewestVersions(this SqliteSession session) =>
        session.All(
            $"""
            SELECT {Columns} FROM funnel_versions AS candidate
            WHERE version = (SELECT max(version) FROM funnel_versions WHERE funnel_id = candidate.funnel_id)
            ORDER BY funnel_id
            """,
            Version
        );

    public static FunnelVersion? FindVersion(this SqliteSession session, string funnelId, int version) =>
        session.First(
            $"SELECT {Columns} FROM funnel_versions WHERE funnel_id = $1 AND version = $2",
            Version,
            funnelId,
            version
        );

    /// <summary>The version that is newest afterwards: the given one with its number, or an equal one from before.</summary>
    public static FunnelVersion Publish(this SqliteSession session, FunnelVersion candidate)
    {
        var newest = session.First(
            $"SELECT {Columns} FROM funnel_versions WHERE funnel_id = $1 ORDER BY version DESC LIMIT 1",
            Version,
            candidate.FunnelId
        );
        if (newest?.ContentHash == candidate.ContentHash)
        {
            return newest;
        }

        var published = candidate with { Version = (newest?.Version ?? 0) + 1 };
        session.Run(
            $"INSERT INTO funnel_versions ({Columns}) VALUES ($1, $2, $3, $4, $5)",
            published.FunnelId,
            published.Version,
            published.ContentHash,
            published.PublishedAt,
            published.Content
        );
        return published;
    }

    private static FunnelVersion Version(SqliteDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            Version = row.GetInt32(1),
            ContentHash = row.GetString(2),
            PublishedAt = row.Moment(3),
            Content = row.Bytes(4),
        };
}
