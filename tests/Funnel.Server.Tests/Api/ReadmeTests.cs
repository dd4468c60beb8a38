using System.Diagnostics;
using System.Text.RegularExpressions;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>The order with curl that the README shows, run as it stands there.</summary>
public sealed partial class ReadmeTests
{
    [Theory]
    [InlineData("2026-06-15")]
    [InlineData("2026-11-21")]
    public async Task Its_walk_completes_the_order_in_and_out_of_season(string date)
    {
        await using var server = RunningServer.Start();
        server.Clock.Advance(DateTimeOffset.Parse($"{date}T12:00:00Z", null) - SettableClock.Noon);

        var shown = await Bash(Walk(server.Api.Address));

        Assert.DoesNotContain("urn:funnel:", shown, StringComparison.Ordinal);
        Assert.Contains("\"delta\":{\"amount\":\"8.95\"", shown, StringComparison.Ordinal);
        var last = shown.TrimEnd().Split('\n')[^1];
        Assert.Contains("\"status\":\"completed\"", last, StringComparison.Ordinal);
        Assert.Contains("\"total\":{\"amount\":\"29.66\"", last, StringComparison.Ordinal);
    }

    private static string Walk(Uri server) =>
        CurlWalk()
            .Match(File.ReadAllText(Repository.Readme))
            .Groups["script"]
            .Value.Replace("http://localhost:5080/", server.ToString(), StringComparison.Ordinal);

    private static async Task<string> Bash(string script)
    {
        using var bash = Process.Start(
            new ProcessStartInfo("bash", ["-eu", "-o", "pipefail", "-c", script])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bash.ExitCode);
        return output;
    }

    [GeneratedRegex(
        "^## One order with curl\n+```sh\n(?<script>.*?)^```",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex CurlWalk();
}
