using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Api;

/// <summary>Merchants' keys by name; the configuration section <c>Merchants</c>.</summary>
internal sealed class MerchantsOptions
{
    public const string Section = "Merchants";

    /// <summary>Name to key. A key has at least 16 characters.</summary>
    public Dictionary<string, string> Keys { get; } = [];
}

/// <summary>Tells a merchant's key from any other text, in constant time.</summary>
internal sealed class MerchantKeys(IOptions<MerchantsOptions> options)
{
    public const int Shortest = 16;

    private readonly byte[][] _hashes = [.. options.Value.Keys.Values.Select(Hash)];

    public bool IsOne(string? key)
    {
        if (key is null)
        {
            return false;
        }

        var hash = Hash(key);
        var found = false;
        foreach (var known in _hashes)
        {
            found |= CryptographicOperations.FixedTimeEquals(hash, known);
        }

        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Who may say who the customer is; the configuration section <c>Customers</c>.</summary>
internal sealed class CustomersOptions
{
    public const string Section = "Customers";

    /// <summary>Whether any frontend may. Default: in Development only.</summary>
    public bool? TrustFrontends { get; set; }
}
