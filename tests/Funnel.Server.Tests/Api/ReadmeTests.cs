using System.Diagnostics;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What the README shows with curl, run as it stands there.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("2026-06-15")]
    [InlineData("2026-11-21")]
    public async Task Its_walk_completes_the_order_in_and_out_of_season(string date)
    {
        await using var server = RunningServer.Start();
        server.Clock.Advance(DateTimeOffset.Parse($"{date}T12:00:00Z", null) - SettableClock.Noon);

        var shown = await Bash(Script("One order with curl", server.Api.Address));

        Assert.DoesNotContain("urn:funnel:", shown, StringComparison.Ordinal);
        Assert.Contains("\"delta\":{\"amount\":\"8.95\"", shown, StringComparison.Ordinal);
        var last = shown.TrimEnd().Split('\n')[^1];
        Assert.Contains("\"status\":\"completed\"", last, StringComparison.Ordinal);
        Assert.Contains("\"total\":{\"amount\":\"29.66\"", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_merchant_publishes_two_versions_and_restores_the_first()
    {
        using var folder = new TemporaryFolder();
        await using var server = RunningServer.Start();
        var script = Script("Publishing over HTTP", server.Api.Address)
            .Replace("KEY=…", $"KEY={ServerSettings.MerchantKey}", StringComparison.Ordinal);

        var shown = (await Bash(script, folder.Path)).Split('\n');

        Assert.DoesNotContain(shown, line => line.Contains("urn:funnel:", StringComparison.Ordinal));
        Assert.Equal(3, shown.Count(line => line.StartsWith(NothingWrong, StringComparison.Ordinal)));
        Assert.Equal(
            ["1", "2", "3"],
            shown
                .Where(line => line.StartsWith("""{"version":""", StringComparison.Ordinal))
                .Select(line => line["""{"version":""".Length..line.IndexOf(',', StringComparison.Ordinal)])
        );
        Assert.Contains(shown, line => line.Contains(""""restored":1"""", StringComparison.Ordinal));
        Assert.Contains("stateDiagram-v2", shown);
    }

    private const string NothingWrong = """{"publishable":true,"problems":[],""";

    private static string Script(string title, Uri server) =>
        File.ReadAllText(Repository.Readme)
            .Split($"\n## {title}\n")[1]
            .Split("```sh\n")[1]
            .Split("\n```")[0]
            .Replace("http://localhost:5080/", server.ToString(), StringComparison.Ordinal);

    private static async Task<string> Bash(string script, string? folder = null)
    {
        using var bash = Process.Start(
            new ProcessStartInfo("bash", ["-eu", "-o", "pipefail", "-c", script])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                WorkingDirectory = folder ?? "",
            }
        )!;
        var output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, bash.ExitCode);
        return output;
    }
}
