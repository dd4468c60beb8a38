using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Commands;

public sealed class SimulateCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = TemporaryFolder.With(("mug.json", SmallFunnel.Mug("5.00")));
    private readonly TemporaryFolder _other = TemporaryFolder.With(
        ("rates.json", """{ "leave": 0, "offers": { "spoon/spoon": 100 } }"""),
        ("mug.json", SmallFunnel.Mug("7.00"))
    );

    private ServerSettings Settings => new() { Data = _data, FunnelsDirectory = _files.Path };

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_report_to_the_byte()
    {
        var (exitCode, first, _) = await Run("--visits", "500", "--seed", "7", "--json", FileAt("mug.json"));
        var (_, second, _) = await Run("--visits", "500", "--seed", "7", "--json", FileAt("mug.json"));

        Assert.Equal(0, exitCode);
        Assert.Equal(first, second);
        using var report = JsonDocument.Parse(first);
        Assert.Equal(500, report.RootElement.At("/visits").GetInt32());
    }

    [Fact]
    public async Task Given_rates_decide_what_is_taken()
    {
        var (exitCode, output, _) = await Run(
            "--rates",
            Path.Combine(_other.Path, "rates.json"),
            "--visits",
            "100",
            FileAt("mug.json")
        );

        Assert.Equal(0, exitCode);
        Assert.Contains("100 visits, 100 orders, seed 1\n", output, StringComparison.Ordinal);
        Assert.Matches(@"\| spoon/spoon +\| 100 +\| 100 +\| 100(\.0)? % +\|", output);
    }

    [Fact]
    public async Task What_cannot_be_simulated_is_refused()
    {
        var (exitCode, _, errors) = await Run("--visits", "0", FileAt("mug.json"));

        Assert.Equal(2, exitCode);
        Assert.Contains("--visits is 1 to 1000000.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_orders_are_taken_through_a_draft()
    {
        string id;
        await using (var server = RunningServer.Start(Settings))
        {
            var order = await server.Api.Start("mug");
            await order.Take("mug", Answers.Accept("mug"));
            await order.Take("spoon", Answers.Accept("spoon"));
            id = order.Id;
        }

        var (exitCode, output, _) = await Run("--orders", "store", Path.Combine(_other.Path, "mug.json"));

        Assert.Equal(0, exitCode);
        Assert.Matches($@"\| {id} +\| 6\.00 +\| 8\.00 +\|", output);
        Assert.Contains(
            "1 order: 0 the same, 1 dearer, 0 cheaper; together 6.00 EUR before and 8.00 EUR after.",
            output,
            StringComparison.Ordinal
        );
    }

    private Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) =>
        ServerProcess.RunToEnd(Settings, ["simulate", .. arguments]);

    private string FileAt(string name) => Path.Combine(_files.Path, name);
}
