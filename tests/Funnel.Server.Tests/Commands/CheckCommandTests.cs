using System.Text.Json;
using Funnel.Server.Tests.Running;
using Funnel.Tests;

namespace Funnel.Server.Tests.Commands;

/// <summary>What a merchant reads who checks a file without serving it.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _files = TemporaryFolder.With(
        ("good.json", SmallFunnel.Mug("5.00")),
        ("bad.json", SmallFunnel.Mug("5,00")),
        ("good.tests.json", "[]")
    );

    public void Dispose()
    {
        _data.Dispose();
        _files.Dispose();
    }

    [Fact]
    public async Task A_broken_file_ends_the_process_with_1_and_says_where_and_what()
    {
        var (exitCode, output, _) = await ServerProcess.RunToEnd(
            new() { Data = _data },
            "check",
            FileAt("good.json"),
            FileAt("bad.json")
        );

        Assert.Equal(1, exitCode);
        Assert.Contains($"{FileAt("good.json")}: nothing is wrong with it. ", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^\S*bad\.json:[0-9]+:[0-9]+: error FNL006 at /products/mug/price: ", output);
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public async Task A_good_file_ends_with_0_and_its_census_in_a_sentence()
    {
        var check = await Typed.Command("check", Typed.Funnel("print-shop.json"));

        Assert.Equal(0, check.ExitCode);
        Approved.Equal("check-print-shop", "txt", check.Anywhere);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2_and_the_others_are_checked()
    {
        var check = await Typed.Command("check", FileAt("none.json"), FileAt("good.json"));

        Assert.Equal(2, check.ExitCode);
        Assert.Contains("none.json", check.Errors, StringComparison.Ordinal);
        Assert.Contains("good.json: nothing is wrong", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_with_the_report_of_each_file_of_a_folder()
    {
        var check = await Typed.Command("check", "--json", _files.Path);

        Assert.Equal(1, check.ExitCode);
        using var document = JsonDocument.Parse(check.Output);
        var files = document.RootElement.GetProperty("files").EnumerateArray().ToArray();
        Assert.Equal([FileAt("bad.json"), FileAt("good.json")], files.Select(file => file.TextAt("/file")));
        Assert.Equal("error", files[0].TextAt("/report/problems/0/severity"));
        Assert.Equal("mug", files[1].TextAt("/funnel"));
        Assert.NotNull(files[1].TextAt("/report/census/walks"));
    }

    [Fact]
    public async Task Strict_lets_warnings_fail()
    {
        _files.Write(
            "dear.json",
            SmallFunnel.Mug().Replace("\"price\": \"1.00\"", "\"price\": \"4.00\"", StringComparison.Ordinal)
        );

        var lenient = await Typed.Command("check", FileAt("dear.json"));
        var strict = await Typed.Command("check", "--strict", FileAt("dear.json"));

        Assert.Contains(" warning FNL", lenient.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (lenient.ExitCode, strict.ExitCode));
    }

    private string FileAt(string name) => Path.Combine(_files.Path, name);
}
