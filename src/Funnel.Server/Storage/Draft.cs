namespace Funnel.Server.Storage;

/// <summary>A definition that somebody works on: any bytes, whether or not they could be published. A funnel has one at most.</summary>
internal sealed record Draft : DraftSummary
{
    /// <summary>Byte for byte as it was saved.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    public static Draft Of(string funnelId, ReadOnlyMemory<byte> content, string savedBy, DateTimeOffset now) =>
        new()
        {
            FunnelId = funnelId,
            ContentHash = Storage.ContentHash.Of(content.Span),
            SavedAt = Moment.Kept(now),
            SavedBy = savedBy,
            Content = content,
        };
}

/// <summary>What is known of a draft without its bytes.</summary>
internal record DraftSummary
{
    public required string FunnelId { get; init; }

    /// <summary>As <see cref="Storage.ContentHash" /> has it: what a draft is recognised by, also where it was removed and saved again.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>The name of the merchant's key.</summary>
    public required string SavedBy { get; init; }
}
