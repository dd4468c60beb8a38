using Funnel.Server.Commands;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Commands;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_word_that_is_no_command_ends_the_process_and_serves_nothing()
    {
        using var data = new TemporaryFolder();

        var (exitCode, output, errors) = await ServerProcess.RunToEnd(new() { Data = data }, "chek", "mug.json");

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("There is no command \"chek\". Did you mean \"check\"?", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://localhost:1")]
    [InlineData("--Storage:Provider=postgres")]
    [InlineData("Storage:Provider=postgres")]
    [InlineData]
    public void Settings_are_no_command(params string[] arguments) => Assert.False(CommandLine.IsMeant(arguments));

    [Theory]
    [InlineData("census")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--version")]
    [InlineData("serv")]
    public void A_word_is_a_command_whether_or_not_there_is_one(string word) =>
        Assert.True(CommandLine.IsMeant([word]));

    [Fact]
    public async Task Help_names_every_command()
    {
        var help = await Typed.Command("--help");

        Assert.Equal(0, help.ExitCode);
        Assert.All(
            ["check", "census", "graph", "walk", "explain", "diff", "publish", "health"],
            command => Assert.Contains($"  {command}", help.Output, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("check")]
    [InlineData("census")]
    [InlineData("graph")]
    [InlineData("walk")]
    [InlineData("explain")]
    [InlineData("diff")]
    [InlineData("publish")]
    [InlineData("health")]
    public async Task Help_of_a_command_ends_with_examples_of_it(string command)
    {
        var help = await Typed.Command(command, "--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Errors));
        var examples = help.Output.Split("Examples:\n")[1];
        Assert.Contains(command, examples, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option \"--strct\". Did you mean \"--strict\"?", "check", "--strct", "mug.json")]
    [InlineData("There is no option \"--jsn\". Did you mean \"--json\"?", "census", "mug.json", "--jsn")]
    [InlineData("mermaid", "graph", "mug.json", "--format", "svg")]
    [InlineData("'--to' is required", "publish", "mug.json")]
    [InlineData("\"x\" is not of the form name=value.", "walk", "mug.json", "--customer", "x")]
    [InlineData("\"noon\" is no moment.", "walk", "mug.json", "--at", "noon")]
    public async Task Wrong_use_ends_with_2_and_says_what_is_wrong(string message, params string[] arguments)
    {
        var typed = await Typed.Command(arguments);

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(message, typed.Errors, StringComparison.Ordinal);
        Assert.Contains($"See: {arguments[0]} --help", typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("census")]
    [InlineData("graph")]
    [InlineData("walk")]
    [InlineData("explain")]
    public async Task What_has_errors_is_not_walked_and_its_errors_are_told(string command)
    {
        using var files = TemporaryFolder.With(("bad.json", SmallFunnel.Mug("5,00")));

        var typed = await Typed.Command(command, Path.Combine(files.Path, "bad.json"));

        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains("error FNL006 at /products/mug/price", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_end_is_not_read()
    {
        var typed = await Typed.Command("census", "/dev/zero");

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("/dev/zero is larger than any funnel's file", typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://localhost")]
    [InlineData("localhost:5080")]
    [InlineData("http://me:secret@localhost")]
    public async Task Address_that_is_none_of_a_server_is_wrong_use(string address)
    {
        var typed = await Typed.Command("publish", "mug.json", "--to", address);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("--to takes the server's address", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", typed.Errors, StringComparison.Ordinal);
    }
}
