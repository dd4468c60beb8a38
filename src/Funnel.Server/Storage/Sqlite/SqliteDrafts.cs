using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>The drafts of definitions.</summary>
internal static class SqliteDrafts
{
    private const string Columns = "funnel_id, content_hash, saved_at, key_name";

    public static Draft? FindDraft(this SqliteSession session, string funnelId) =>
        session.First(
            $"SELECT {Columns}, content FROM drafts WHERE funnel_id = $1",
            static row => new Draft
            {
                FunnelId = row.GetString(0),
                ContentHash = row.GetString(1),
                SavedAt = row.Moment(2),
                SavedBy = row.GetString(3),
                Content = row.Bytes(4),
            },
            funnelId
        );

    public static IReadOnlyList<DraftSummary> ListDrafts(this SqliteSession session) =>
        session.All($"SELECT {Columns} FROM drafts ORDER BY funnel_id", Summary);

    public static bool TryWriteDraft(this SqliteSession session, Draft draft, string? replaces) =>
        (
            replaces is null
                ? session.Run(
                    $"INSERT INTO drafts ({Columns}, content) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING",
                    draft.FunnelId,
                    draft.ContentHash,
                    draft.SavedAt,
                    draft.SavedBy,
                    draft.Content
                )
                : session.Run(
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
                )
        ) == 1;

    public static bool TryRemoveDraft(this SqliteSession session, string funnelId, string contentHash) =>
        session.Run("DELETE FROM drafts WHERE funnel_id = $1 AND content_hash = $2", funnelId, contentHash) == 1;

    private static DraftSummary Summary(SqliteDataReader row) =>
        new()
        {
            FunnelId = row.GetString(0),
            ContentHash = row.GetString(1),
            SavedAt = row.Moment(2),
            SavedBy = row.GetString(3),
        };
}
