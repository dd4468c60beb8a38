using System.CommandLine;
using Funnel.Comparing;
using Funnel.Server.Api;

namespace Funnel.Server.Commands;

/// <summary><c>diff OLD NEW</c>: what a change to a funnel changes for its shoppers.</summary>
internal static class DiffCommand
{
    public static Command Make(Terminal terminal)
    {
        var before = new Argument<string>("OLD") { Description = "The funnel's file as it was." };
        var after = new Argument<string>("NEW") { Description = "The funnel's file as it is to be." };
        var exitCode = new Option<bool>("--exit-code") { Description = "End with 1 where the two do not do the same." };
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "diff",
            "Compares two versions of a funnel by effect: steps, offers, prices, walks, and what the same answers come to. Ends with 2 where one of them cannot be walked.",
            "diff old.json funnels/print-shop.json",
            "git show HEAD:funnels/print-shop.json > /tmp/old.json; diff --exit-code /tmp/old.json funnels/print-shop.json"
        )
        {
            before,
            after,
            exitCode,
            json,
        };
        command.SetAction(parsed =>
            Run(
                parsed.GetValue(before)!,
                parsed.GetValue(after)!,
                parsed.GetValue(exitCode),
                parsed.GetValue(json),
                terminal
            )
        );
        return command;
    }

    private static async Task<int> Run(string before, string after, bool withExitCode, bool json, Terminal terminal)
    {
        var old = await CheckedFile.ReadSound(before, terminal);
        var @new = await CheckedFile.ReadSound(after, terminal);
        if (old is null || @new is null)
        {
            return ExitCodes.WrongUse;
        }

        var comparison = FunnelComparison.Of(old.Report, @new.Report);
        if (json)
        {
            terminal.WriteJson(ComparisonView.Of(comparison));
        }
        else
        {
            new ComparisonText(comparison, terminal).Tell();
        }

        return withExitCode && !comparison.IsSame ? ExitCodes.Found : ExitCodes.Fine;
    }
}
