using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>The published funnel versions.</summary>
internal static class PostgresVersions
{
    public static Task<IReadOnlyList<NewestVersion>> NewestVersions(
        this NpgsqlConnection connection,
        CancellationToken cancellation
    ) =>
        connection.All(
            VersionQueries.Newest,
            static row => new NewestVersion(row.GetString(0), row.GetInt32(1)),
            cancellation
        );

    public static Task<IReadOnlyList<VersionSummary>> ListVersions(
        this NpgsqlConnection connection,
        string funnelId,
        int? before,
        int most,
        CancellationToken cancellation
    ) => connection.All(VersionQueries.List, Summary, cancellation, funnelId, before ?? int.MaxValue, most);

    public static Task<IReadOnlyList<VersionSummary>> VersionsSinceFiles(
        this NpgsqlConnection connection,
        CancellationToken cancellation
    ) => connection.All(VersionQueries.SinceFiles, Summary, cancellation);

    public static Task<FunnelVersion?> FindVersion(
        this NpgsqlConnection connection,
        string funnelId,
        int version,
        CancellationToken cancellation
    ) =>
        connection.First(
            $"SELECT {VersionQueries.SummaryColumns}, content FROM funnel_versions WHERE funnel_id = $1 AND version = $2",
            static row => new FunnelVersion
            {
                FunnelId = row.GetString(0),
                Version = row.GetInt32(1),
                ContentHash = row.GetString(2),
                PublishedAt = row.GetFieldValue<DateTimeOffset>(3),
                By = By(row, 4),
                Content = row.GetFieldValue<byte[]>(7),
            },
            cancellation,
            funnelId,
            version
        );

    /// <summary>
    /// The version that is newest afterwards: the given one with its number, or an equal one from before; none where the newest
    /// is another than the one that it was to be published over. Not settled where another was published at the same time, so
    /// that the number was taken.
    /// </summary>
    public static async Task<(bool IsSettled, Publication? Publication)> TryPublish(
        this NpgsqlConnection connection,
        FunnelVersion candidate,
        int? over
    )
    {
        await using var command = connection.Command(
            """
            WITH newest AS (
                SELECT version, published_at, key_name, file_name, restored, content_hash FROM funnel_versions
                WHERE funnel_id = $1 ORDER BY version DESC LIMIT 1
            ), published AS (
                INSERT INTO funnel_versions
                    (funnel_id, version, content_hash, published_at, key_name, file_name, restored, content)
                SELECT $1, coalesce((SELECT version FROM newest), 0) + 1, $2, $3, $4::text, $5::text, $6::integer, $7
                WHERE NOT EXISTS (SELECT FROM newest WHERE content_hash = $2)
                    AND coalesce($8::integer = coalesce((SELECT version FROM newest), 0), true)
                ON CONFLICT (funnel_id, version) DO NOTHING
                RETURNING version, published_at, key_name, file_name, restored
            )
            SELECT true, * FROM published
            UNION ALL
            SELECT false, version, published_at, key_name, file_name, restored FROM newest WHERE content_hash = $2
            UNION ALL
            SELECT false, NULL, NULL, NULL, NULL, NULL
            WHERE NOT EXISTS (SELECT FROM newest WHERE content_hash = $2)
                AND $8::integer <> coalesce((SELECT version FROM newest), 0)
            """,
            candidate.FunnelId,
            candidate.ContentHash,
            candidate.PublishedAt,
            candidate.By.Key,
            candidate.By.File,
            candidate.By.Restored,
            candidate.Content,
            over
        );
        await using var row = await command.ExecuteReaderAsync();
        var isSettled = await row.ReadAsync();
        var publication =
            isSettled && !row.IsDBNull(1)
                ? new Publication(
                    candidate with
                    {
                        Version = row.GetInt32(1),
                        PublishedAt = row.GetFieldValue<DateTimeOffset>(2),
                        By = By(row, 3),
                    },
                    row.GetBoolean(0)
                )
                : null;

        // The statement commits after its rows: only its end says that it did.
        await row.CloseAsync();
        return (isSettled, publication);
    }

    private static VersionSummary Summary(NpgsqlDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            Version = row.GetInt32(1),
            ContentHash = row.GetString(2),
            PublishedAt = row.GetFieldValue<DateTimeOffset>(3),
            By = By(row, 4),
        };

    private static Publisher By(NpgsqlDataReader row, int column) =>
        new()
        {
            Key = row.IsDBNull(column) ? null : row.GetString(column),
            File = row.IsDBNull(column + 1) ? null : row.GetString(column + 1),
            Restored = row.IsDBNull(column + 2) ? null : row.GetInt32(column + 2),
        };
}
