using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Funnel.Server.Events.Webhooks;

/// <summary>Signs as https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md says.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    /// <summary>A signature for each secret, separated by spaces; a receiver accepts any that is its own.</summary>
    /// <param name="id">Without a full stop: it ends the id in what is signed.</param>
    /// <param name="timestamp">The moment of the attempt, in Unix seconds.</param>
    public static string Of(string id, long timestamp, ReadOnlySpan<byte> body, ImmutableArray<byte[]> secrets)
    {
        byte[] signed =
        [
            .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")),
            .. body,
        ];
        return string.Join(
            ' ',
            secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}")
        );
    }
}
