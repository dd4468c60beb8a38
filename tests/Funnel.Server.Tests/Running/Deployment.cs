using System.Text.RegularExpressions;

namespace Funnel.Server.Tests.Running;

/// <summary>What <c>deploy/</c> ships, as Docker Compose reads it.</summary>
internal static partial class Deployment
{
    // What .env.example leaves open; passwords with all that something on their way could misread.
    private static readonly (string Name, string Value)[] FilledIn =
    [
        ("FUNNEL_PASSWORD", """it's; "a" \ $HOME"""),
        ("REPLICATION_PASSWORD", """'another' \ one"""),
        ("MERCHANT_KEY", ServerSettings.MerchantKey),
    ];

    public static string PostgresScript { get; } = At("postgres.sh");

    public static string NginxConfiguration => File.ReadAllText(At("nginx.conf"));

    /// <summary>The environment of a service, or of a block that services share, in <c>compose.yaml</c>.</summary>
    /// <param name="changed">What the operator has changed in <c>.env</c>.</param>
    public static Dictionary<string, string> Environment(
        string service,
        params IEnumerable<(string Name, string Value)> changed
    )
    {
        var variables = EnvironmentLines()
            .Matches(File.ReadAllText(At(".env.example")))
            .ToDictionary(line => line.Groups["name"].Value, line => line.Groups["value"].Value);
        foreach (var (name, value) in FilledIn.Concat(changed))
        {
            variables[name] = value;
        }

        var block = Regex.Match(
            File.ReadAllText(At("compose.yaml")),
            $@"^( *){service}:( &\w+)?\n(\1  .*\n)*?\1  environment:.*\n(?<lines>(\1    .*\n)+)",
            RegexOptions.Multiline,
            TimeSpan.FromSeconds(1)
        );
        return YamlLines()
            .Matches(block.Groups["lines"].Value)
            .ToDictionary(
                line => line.Groups["name"].Value,
                line =>
                    Variable()
                        .Replace(
                            line.Groups["value"].Value.Trim('"'),
                            variable => variables[variable.Groups["name"].Value]
                        )
            );
    }

    private static string At(string file) => Path.Combine(Repository.Deploy, file);

    [GeneratedRegex(@"^(?<name>[A-Z_]+)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex EnvironmentLines();

    [GeneratedRegex(@"^ *(?<name>\w+): (?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex YamlLines();

    [GeneratedRegex(@"\$\{(?<name>[A-Z_]+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
