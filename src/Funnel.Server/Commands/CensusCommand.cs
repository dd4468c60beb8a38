using System.CommandLine;
using Funnel.Checking.Proofs;
using Funnel.Definitions;
using Funnel.Server.Api;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary><c>census FILE</c>: what is true of all walks of a funnel, with the walks that prove it.</summary>
internal static class CensusCommand
{
    public static Command Make(Terminal terminal)
    {
        var file = CommonOptions.File();
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "census",
            "Tells what is true of all walks of a funnel: totals, how often each offer is shown and what it costs, and the walks that prove it.",
            "census funnels/print-shop.json",
            "census --json funnels/print-shop.json"
        )
        {
            file,
            json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(json), terminal));
        return command;
    }

    private static async Task<int> Run(string path, bool json, Terminal terminal)
    {
        if (await CheckedFile.ReadSound(path, terminal) is not { Report: { Definition: { } funnel } report })
        {
            return ExitCodes.Found;
        }

        if (json)
        {
            terminal.WriteJson(
                new
                {
                    Funnel = funnel.Id,
                    Currency = funnel.Currency.Code,
                    Census = CensusView.Of(report),
                    Bounds = BoundsView.Of(report),
                }
            );
        }
        else if (report.Census is { } census)
        {
            Tell(census, funnel, terminal);
        }
        else
        {
            // The only note about the whole file says where the census stopped, and what is certain all the same.
            var stopped = report.Problems.Single(problem => problem.Code == Checking.CheckCodes.CensusStopped);
            terminal.Line(stopped.Message.EscapeMarkup());
        }

        return ExitCodes.Fine;
    }

    private static void Tell(Census census, FunnelDefinition funnel, Terminal terminal)
    {
        var currency = funnel.Currency;
        terminal.Line(
            $"[bold]{funnel.Name.In(funnel.Locales[0]).EscapeMarkup()}[/]: {Words.Count(census.Walks, "walk")}, {Words.Count(census.States, "state")}"
        );
        terminal.Line();
        TellBounds(census, currency, terminal);
        terminal.Line();
        TellOffers(census, currency, terminal);
        TellWalks(
            "Accepting lowers the total",
            census.Offers.Select(offer => (Name(offer.Step, offer.Offer), offer.LowersTotal)),
            terminal
        );
        TellWalks(
            "Accepting loses free shipping",
            census.Offers.Select(offer => (Name(offer.Step, offer.Offer), offer.LosesFreeShipping)),
            terminal
        );
        TellMultiplies(census, currency, terminal);
    }

    private static void TellBounds(Census census, Currency currency, Terminal terminal)
    {
        var table = terminal.Table("over all walks", "", "as on this walk");
        Row(table, "smallest total", Words.Amount(census.Smallest.Total, currency), census.Smallest.Walk);
        Row(table, "largest total", Words.Amount(census.Largest.Total, currency), census.Largest.Walk);
        Row(table, "most steps with extras in a row", $"{census.LongestRun.Steps}", census.LongestRun.Walk);
        terminal.Write(table);
    }

    private static void TellOffers(Census census, Currency currency, Terminal terminal)
    {
        var table = terminal.Table("offer", "shown", $"moves the total by ({currency})");
        foreach (var offer in census.Offers)
        {
            table.AddRow(
                Name(offer.Step, offer.Offer).EscapeMarkup(),
                Words.Share(offer.Shown, census.Walks),
                Words.Span(offer.Delta, currency)
            );
        }

        terminal.Write(table);
    }

    private static void TellWalks(string heading, IEnumerable<(string Offer, Witness? Walk)> seen, Terminal terminal)
    {
        var table = terminal.Table("offer", "after");
        foreach (var (offer, walk) in seen)
        {
            if (walk is not null)
            {
                table.AddRow(offer.EscapeMarkup(), $"{walk}".EscapeMarkup());
            }
        }

        if (table.Rows.Count > 0)
        {
            terminal.Line();
            terminal.Line($"[bold]{heading}[/]");
            terminal.Write(table);
        }
    }

    private static void TellMultiplies(Census census, Currency currency, Terminal terminal)
    {
        if (census.Multiplies.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Line("[bold]Saved by multiplying, beside buying the quantities at their lists[/]");
        var table = terminal.Table("offer", "", $"saves ({currency})", "after");
        foreach (var multiply in census.Multiplies)
        {
            var name = Name(multiply.Step, multiply.Offer).EscapeMarkup();
            table.AddRow(name, "least", multiply.Least.ToText(currency), $"{multiply.LeastAt}".EscapeMarkup());
            table.AddRow("", "most", multiply.Most.ToText(currency), $"{multiply.MostAt}".EscapeMarkup());
        }

        terminal.Write(table);
    }

    private static void Row(Table table, string what, string value, Witness walk) =>
        table.AddRow(what, value, $"{walk}".EscapeMarkup());

    private static string Name(Machine.State step, Machine.Offer offer) => $"{step.Id}/{offer.Id}";
}
