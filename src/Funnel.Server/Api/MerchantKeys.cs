using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Principal;
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

/// <summary>Tells a merchant's key from any other text, and writes down each use of one.</summary>
internal sealed partial class MerchantKeys(IOptions<MerchantsOptions> options, ILogger<MerchantKeys> logger)
{
    public const int Shortest = 16;

    private readonly (string Name, byte[] Hash)[] _keys =
    [
        .. options.Value.Keys.Select(key => (key.Key, Hash(key.Value))),
    ];

    /// <summary>Whether a request bears a merchant's key, whose name its user then has. Ask once a request: each yes is a line in the log.</summary>
    public bool Admit(HttpRequest request)
    {
        if (Bearer.Of(request) is not { } secret || NameOf(secret) is not { } name)
        {
            return false;
        }

        // Escaped as in an address, so that no character of it can begin a line of its own.
        LogUsed(name, request.Method, request.Path.ToUriComponent());
        request.HttpContext.User = new ClaimsPrincipal(new GenericIdentity(name));
        return true;
    }

    /// <summary>The name of the key that admitted a request.</summary>
    public static string NameOf(ClaimsPrincipal merchant) => merchant.Identity!.Name!;

    /// <summary>Compares with all keys, so that the time it takes tells neither whether nor which.</summary>
    private string? NameOf(string secret)
    {
        var hash = Hash(secret);
        string? found = null;
        foreach (var (name, known) in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, known) ? name : found;
        }

        return found;
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    [LoggerMessage(LogLevel.Information, "Merchant key {Key} used for {Method} {Path}")]
    private partial void LogUsed(string key, string method, string path);
}

/// <summary>Who may say who the customer is; the configuration section <c>Customers</c>.</summary>
internal sealed class CustomersOptions
{
    public const string Section = "Customers";

    /// <summary>Whether any frontend may. Default: in Development only.</summary>
    public bool? TrustFrontends { get; set; }
}
