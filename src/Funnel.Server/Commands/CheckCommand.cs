using System.CommandLine;
using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Server.Api;
using Funnel.Server.Funnels;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary><c>check FILE…</c>: says everything that is wrong with funnel files, a line each, as compilers do.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Files, or folders whose funnels are meant.",
            Arity = ArgumentArity.OneOrMore,
        };
        var strict = new Option<bool>("--strict") { Description = "Let warnings fail as errors do." };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "check",
            "Says everything that is wrong with funnels, and what is true of all their walks. Ends with 0 where all can be published, 1 where one cannot, 2 where one cannot be read.",
            "check funnels/print-shop.json",
            "check --strict --json funnels"
        )
        {
            files,
            strict,
            json,
        };
        command.SetAction(parsed =>
            Run(parsed.GetValue(files)!, parsed.GetValue(strict), parsed.GetValue(json), terminal)
        );
        return command;
    }

    private static Task<int> Run(string[] paths, bool strict, bool json, Terminal terminal) =>
        EachFile.Of(
            paths.SelectMany(FilesAt),
            json,
            terminal,
            async path =>
            {
                var file = await CheckedFile.Read(path, terminal);
                if (!json)
                {
                    Tell(file, terminal);
                }

                return (Passes(file.Report, strict) ? ExitCodes.Fine : ExitCodes.Found, json ? View(file) : null);
            }
        );

    private static IEnumerable<string> FilesAt(string path) =>
        Directory.Exists(path)
            ? FunnelsFolder.FunnelsOf(new(path)).Select(file => Path.Combine(path, file.Name))
            : [path];

    private static bool Passes(CheckReport report, bool strict) =>
        !report.HasErrors && !(strict && report.Problems.Any(problem => problem.Severity is Severity.Warning));

    private static void Tell(CheckedFile file, Terminal terminal)
    {
        foreach (var problem in file.Report.Problems)
        {
            terminal.Line(Coloured(FunnelFile.Line(file.Path, problem), problem.Severity));
        }

        var verdict =
            file.Report.Problems.Count == 0 ? "[green]nothing is wrong with it[/]"
            : file.Report.HasErrors ? $"[red]{Counts(file.Report)}; it cannot be published[/]"
            : $"[yellow]{Counts(file.Report)}[/]";
        terminal.Line($"{file.Path.EscapeMarkup()}: {verdict}.{CensusIn(file.Report).EscapeMarkup()}");
    }

    private static string Coloured(string line, Severity severity)
    {
        // The severity is the first word after the place.
        var word = $" {severity.ToString().ToLowerInvariant()} ";
        var at = line.IndexOf(word, StringComparison.Ordinal);
        var colour = severity switch
        {
            Severity.Error => "red",
            Severity.Warning => "yellow",
            _ => "blue",
        };
        return $"{line[..at].EscapeMarkup()}[bold {colour}]{word}[/]{line[(at + word.Length)..].EscapeMarkup()}";
    }

    /// <summary><c>1 error, 2 warnings</c>.</summary>
    private static string Counts(CheckReport report) =>
        string.Join(
            ", ",
            from problem in report.Problems
            group problem by problem.Severity into alike
            orderby alike.Key descending
            select Words.Count(alike.Count(), alike.Key.ToString().ToLowerInvariant())
        );

    private static string CensusIn(CheckReport report)
    {
        var currency = report.Definition?.Currency;
        return report switch
        {
            { Census: { } census } =>
                $" {Words.Count(census.Walks, "walk")}, from {Words.Amount(census.Smallest.Total, currency!)} to {Words.Amount(census.Largest.Total, currency!)}; at most {Words.Count(census.LongestRun.Steps, "step")} with extras in a row.",
            { Bounds: { } bounds } =>
                $" At most {Words.Count(bounds.Walks, "walk")}; the census stopped at {Words.Count(bounds.States, "state")}.",
            _ => "",
        };
    }

    private static object View(CheckedFile file) =>
        new
        {
            File = file.Path,
            Funnel = file.Report.Definition?.Id,
            Report = ReportView.Of(file.Report),
        };
}
