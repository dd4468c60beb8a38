using System.Globalization;

namespace Funnel.Server.Tests.Running;

/// <summary>How a server under test is set up. What is left out is as in production, save that orders may start at any rate.</summary>
public sealed record ServerSettings
{
    /// <summary>The one merchant's key that servers under test know.</summary>
    public const string MerchantKey = "merchant-key-of-the-tests";

    public string Environment { get; init; } = "Production";

    /// <summary>Whether that key is configured. Default: it is.</summary>
    public bool HasMerchantKey { get; init; } = true;

    /// <summary>The folder whose funnels are published. Default: the repository's own.</summary>
    public string FunnelsDirectory { get; init; } = Repository.Funnels;

    /// <summary>Where data is kept. Default: a folder that goes with the server; a server that restarts is given one.</summary>
    public TemporaryFolder? Data { get; init; }

    /// <summary>A command that is given the server's as its last arguments and becomes it. Default: none.</summary>
    public IReadOnlyList<string> RunBy { get; init; } = [];

    /// <summary>0: any number.</summary>
    public int StartsPerMinute { get; init; }

    /// <summary>Any other settings, which win: <c>Cors:Origins:0</c>.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it sells what the repository's own folder holds, from a database file of its own.</summary>
    internal bool SellsShops => FunnelsDirectory == Repository.Funnels && !More.ContainsKey("Storage:ConnectionString");

    /// <summary>The same with another store.</summary>
    public ServerSettings On(string provider, string connectionString) =>
        this with
        {
            More = new Dictionary<string, string>(More)
            {
                ["Storage:Provider"] = provider,
                ["Storage:ConnectionString"] = connectionString,
            },
        };

    /// <summary>All of it as configuration, for a server whose data is in that folder.</summary>
    internal Dictionary<string, string> In(TemporaryFolder data)
    {
        var settings = new Dictionary<string, string>
        {
            ["Funnels:Directory"] = FunnelsDirectory,
            ["Storage:ConnectionString"] = $"Data Source={data.Path}/funnel.db",
            ["RateLimits:StartsPerMinute"] = StartsPerMinute.ToString(CultureInfo.InvariantCulture),
        };
        if (HasMerchantKey)
        {
            settings["Merchants:Keys:test"] = MerchantKey;
        }

        foreach (var (key, value) in More)
        {
            settings[key] = value;
        }

        return settings;
    }
}
