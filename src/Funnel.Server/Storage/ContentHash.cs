using System.Security.Cryptography;

namespace Funnel.Server.Storage;

internal static class ContentHash
{
    /// <summary>The SHA-256 of a file in lower-case hexadecimals.</summary>
    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
