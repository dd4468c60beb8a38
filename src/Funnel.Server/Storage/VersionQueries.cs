namespace Funnel.Server.Storage;

/// <summary>Questions about versions, in the SQL that all stores speak.</summary>
internal static class VersionQueries
{
    public const string SummaryColumns =
        "funnel_id, version, content_hash, published_at, key_name, file_name, restored";

    // From one funnel to the next, so that it costs the same whatever number of versions each has.
    public const string Newest = """
        WITH RECURSIVE funnels (id) AS (
            SELECT min(funnel_id) FROM funnel_versions
            UNION ALL
            SELECT (SELECT min(funnel_id) FROM funnel_versions WHERE funnel_id > funnels.id)
            FROM funnels WHERE funnels.id IS NOT NULL
        )
        SELECT id, (SELECT max(version) FROM funnel_versions WHERE funnel_id = id) FROM funnels
        WHERE id IS NOT NULL ORDER BY id
        """;

    public const string SinceFiles = $"""
        WITH files (id, newest) AS (
            SELECT funnel_id, max(version) FROM funnel_versions WHERE key_name IS NULL GROUP BY funnel_id
        )
        SELECT {SummaryColumns} FROM funnel_versions LEFT JOIN files ON id = funnel_id
        WHERE version >= coalesce(newest, 1) ORDER BY funnel_id, version
        """;

    /// <summary><c>$1</c> is the funnel, <c>$2</c> the version before which they are, <c>$3</c> how many at most.</summary>
    public const string List =
        $"SELECT {SummaryColumns} FROM funnel_versions WHERE funnel_id = $1 AND version < $2 ORDER BY version DESC LIMIT $3";
}
