using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Commands;

public sealed class TestCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = TemporaryFolder.With(
        ("mug.json", SmallFunnel.Mug("5.00")),
        ("mug.tests.json", Tests("5.00")),
        ("dear.json", SmallFunnel.Mug("7.00")),
        ("dear.tests.json", Tests("5.00")),
        ("untested.json", SmallFunnel.Mug("7.00"))
    );

    private ServerSettings Settings => new() { Data = _data };

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task Tests_that_pass_end_with_0()
    {
        var (exitCode, output, _) = await Run(FileAt("mug.json"));

        Assert.Equal(0, exitCode);
        Assert.Equal($"passed One mug\n{FileAt("mug.tests.json")}: 1 test passed.\n", output);
    }

    [Fact]
    public async Task A_test_that_fails_ends_with_1_and_says_where_and_what()
    {
        var (exitCode, output, _) = await Run(FileAt("mug.json"), FileAt("dear.tests.json"));

        Assert.Equal(1, exitCode);
        Assert.Contains("FAILED One mug\n", output, StringComparison.Ordinal);
        Assert.Contains("expected the total 5.00, found 7.00.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_funnel_without_tests_ends_with_2()
    {
        var (exitCode, _, errors) = await Run(FileAt("untested.json"));

        Assert.Equal(2, exitCode);
        Assert.Contains("untested.tests.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_are_told_the_same_in_JSON()
    {
        var (exitCode, output, _) = await Run("--json", FileAt("dear.json"));

        Assert.Equal(1, exitCode);
        using var document = JsonDocument.Parse(output);
        var failure = document.RootElement.At("/files/0/results/0/failures/0");
        Assert.Equal("the total 5.00", failure.TextAt("/expected"));
        Assert.Equal("7.00", failure.TextAt("/found"));
        Assert.Equal("/walks/0/steps/0/total", failure.TextAt("/problem/pointer"));
    }

    private Task<(int ExitCode, string Output, string Errors)> Run(params string[] arguments) =>
        ServerProcess.RunToEnd(Settings, ["test", .. arguments]);

    private string FileAt(string name) => Path.Combine(_files.Path, name);

    private static string Tests(string total) =>
        $$"""{ "funnel": "mug", "walks": [ { "name": "One mug", "steps": [ { "step": "mug", "accept": "mug", "total": "{{total}}" } ] } ] }""";
}
