using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Commands;

/// <summary>What a merchant reads who checks a file without serving it.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = TemporaryFolder.With(
        ("good.json", SmallFunnel.Mug("5.00")),
        ("bad.json", SmallFunnel.Mug("5,00"))
    );

    private ServerSettings Settings => new() { Data = _data };

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_file_that_can_be_published_ends_with_0()
    {
        var (exitCode, output, _) = await ServerProcess.RunToEnd(Settings, "check", FileAt("good.json"));

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"{FileAt("good.json")}: nothing is wrong with it. ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_file_ends_with_1_and_says_where_and_what()
    {
        var (exitCode, output, _) = await ServerProcess.RunToEnd(
            Settings,
            "check",
            FileAt("good.json"),
            FileAt("bad.json")
        );

        Assert.Equal(1, exitCode);
        Assert.Matches($@"bad\.json:[0-9]+:[0-9]+: error FNL006 at /products/mug/price: ", output);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2()
    {
        var (exitCode, _, errors) = await ServerProcess.RunToEnd(Settings, "check", FileAt("none.json"));

        Assert.Equal(2, exitCode);
        Assert.Contains("none.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_no_command_serves_nothing()
    {
        var (exitCode, output, errors) = await ServerProcess.RunToEnd(Settings, "chek", FileAt("good.json"));

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains("There is no command \"chek\"", errors, StringComparison.Ordinal);
    }

    private string FileAt(string name) => Path.Combine(_files.Path, name);
}
