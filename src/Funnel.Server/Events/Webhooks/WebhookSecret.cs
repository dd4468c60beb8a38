namespace Funnel.Server.Events.Webhooks;

/// <summary>A signing key as Standard Webhooks writes it: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    /// <returns>Its bytes; null where the text is no such key.</returns>
    public static byte[]? Decode(string? text)
    {
        // One byte more than is permitted, so that what is too long is told from what fits.
        var bytes = new byte[Longest + 1];
        return
            text is not null
            && text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64Chars(text.AsSpan(Prefix.Length), bytes, out var length)
            && length is >= Shortest and <= Longest
            ? bytes[..length]
            : null;
    }
}
