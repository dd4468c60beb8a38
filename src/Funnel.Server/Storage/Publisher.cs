namespace Funnel.Server.Storage;

/// <summary>What a version was published by: a merchant's key or a file; neither is known of versions from before that was kept.</summary>
internal sealed record Publisher
{
    /// <summary>The key's name.</summary>
    public string? Key { get; init; }

    /// <summary>The file's name, without its folder.</summary>
    public string? File { get; init; }

    /// <summary>The version that the key published anew, where it did that.</summary>
    public int? Restored { get; init; }
}
