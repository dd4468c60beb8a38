using Npgsql;

namespace Funnel.Server.Storage.Postgres;

/// <summary>The drafts of definitions, each changed with one statement.</summary>
internal static class PostgresDrafts
{
    private const string Columns = "funnel_id, content_hash, saved_at, key_name";

    public static Task<Draft?> FindDraft(
        this NpgsqlConnection connection,
        string funnelId,
        CancellationToken cancellation
    ) =>
        connection.First(
            $"SELECT {Columns}, content FROM drafts WHERE funnel_id = $1",
            static row => new Draft
            {
                FunnelId = row.GetString(0),
                ContentHash = row.GetString(1),
                SavedAt = row.GetFieldValue<DateTimeOffset>(2),
                SavedBy = row.GetString(3),
                Content = row.GetFieldValue<byte[]>(4),
            },
            cancellation,
            funnelId
        );

    public static Task<IReadOnlyList<DraftSummary>> ListDrafts(
        this NpgsqlConnection connection,
        CancellationToken cancellation
    ) =>
        connection.All(
            $"SELECT {Columns} FROM drafts ORDER BY funnel_id",
            static row => new DraftSummary
            {
                FunnelId = row.GetString(0),
                ContentHash = row.GetString(1),
                SavedAt = row.GetFieldValue<DateTimeOffset>(2),
                SavedBy = row.GetString(3),
            },
            cancellation
        );

    public static async Task<bool> TryWriteDraft(this NpgsqlConnection connection, Draft draft, string? replaces)
    {
        await using var command = replaces is null
            ? connection.Command(
                $"INSERT INTO drafts ({Columns}, content) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                draft.FunnelId,
                draft.ContentHash,
                draft.SavedAt,
                draft.SavedBy,
                draft.Content
            )
            : connection.Command(
                """
                UPDATE drafts SET content_hash = $2, saved_at = $3, key_name = $4, content = $5
                WHERE funnel_id = $1 AND content_hash = $6
                """,
                draft.FunnelId,
                draft.ContentHash,
                draft.SavedAt,
                draft.SavedBy,
                draft.Content,
                replaces
            );
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public static async Task<bool> TryRemoveDraft(this NpgsqlConnection connection, string funnelId, string contentHash)
    {
        await using var command = connection.Command(
            "DELETE FROM drafts WHERE funnel_id = $1 AND content_hash = $2",
            funnelId,
            contentHash
        );
        return await command.ExecuteNonQueryAsync() == 1;
    }
}
