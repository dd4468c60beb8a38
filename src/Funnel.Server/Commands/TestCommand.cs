using System.CommandLine;
using Funnel.Server.Funnels;
using Funnel.Testing;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary><c>test FILE…</c>: runs the tests that stand beside funnels.</summary>
internal static class TestCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "The funnels' files; X.tests.json beside X.json has its tests.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "test",
            "Runs the tests beside funnels. Ends with 0 where all pass, 1 where one fails, 2 where a funnel or its tests cannot be read.",
            "test funnels/print-shop.json",
            "test --json funnels/print-shop.json funnels/phone-shop.json"
        )
        {
            files,
            json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(files)!, parsed.GetValue(json), terminal));
        return command;
    }

    private static Task<int> Run(string[] paths, bool json, Terminal terminal) =>
        EachFile.Of(
            paths.SelectMany(FilesAt),
            json,
            terminal,
            async path =>
            {
                var (funnel, tests) = TestsFile.Pair(path);
                if (await CheckedFile.ReadSound(funnel, terminal) is not { } file)
                {
                    return (ExitCodes.Found, null);
                }

                var report = TestRun.Of(await CheckedFile.ReadBounded(tests), file.Report, file.Machine);
                if (!json)
                {
                    Tell(tests, report, terminal);
                }

                return (report.HasFailed ? ExitCodes.Found : ExitCodes.Fine, json ? View(funnel, tests, report) : null);
            }
        );

    /// <summary>A folder stands for those of its funnels that have tests.</summary>
    private static IEnumerable<string> FilesAt(string path) =>
        Directory.Exists(path)
            ? FunnelsFolder
                .FunnelsOf(new(path))
                .Select(file => TestsFile.Beside(Path.Combine(path, file.Name)))
                .Where(File.Exists)
            : [path];

    private static void Tell(string path, TestReport report, Terminal terminal)
    {
        foreach (var problem in report.Problems)
        {
            terminal.Line(FunnelFile.Line(path, problem).EscapeMarkup());
        }

        foreach (var result in report.Results)
        {
            var passed = result.Failures.Count == 0;
            terminal.Line($"{(passed ? "[green]passed[/]" : "[red]FAILED[/]")} {result.Name.EscapeMarkup()}");
            foreach (var failure in result.Failures)
            {
                terminal.Line($"  {FunnelFile.Line(path, failure.Problem).EscapeMarkup()}");
            }
        }

        var failed = report.Results.Count(result => result.Failures.Count > 0);
        var verdict =
            report.Problems.Count > 0 ? $"[red]{Words.Count(report.Problems.Count, "problem")}, nothing was run[/]"
            : failed > 0 ? $"[red]{failed} of {Words.Count(report.Results.Count, "test")} failed[/]"
            : $"[green]{Words.Count(report.Results.Count, "test")} passed[/]";
        terminal.Line($"{path.EscapeMarkup()}: {verdict}.");
    }

    private static object View(string funnel, string tests, TestReport report) =>
        new
        {
            File = funnel,
            Tests = tests,
            Passed = !report.HasFailed,
            report.Problems,
            Results = report.Results.Select(result => new
            {
                result.Name,
                Kind = result.IsProperty ? "property" : "walk",
                Passed = result.Failures.Count == 0,
                result.Failures,
            }),
        };
}
