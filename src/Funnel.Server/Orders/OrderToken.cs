using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Funnel.Server.Orders;

/// <summary>The secret that opens one order. It is shown once and kept only as its SHA-256.</summary>
internal static class OrderToken
{
    private const int Bytes = 32;

    public static string Create() => Format(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The same token for the same idempotency key and order, so that a repeated start can show it again without it being kept.</summary>
    public static string Derive(string idempotencyKey, string orderId) =>
        Format(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(idempotencyKey),
                Encoding.UTF8.GetBytes($"order-token:{orderId}")
            )
        );

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public static bool Opens(string token, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(token), hash);

    private static string Format(byte[] secret) => $"tok_{Base64Url.EncodeToString(secret)}";
}
