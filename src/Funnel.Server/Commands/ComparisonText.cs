using System.Globalization;
using Funnel.Comparing;
using Funnel.Definitions;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>Tells a comparison to a merchant.</summary>
internal sealed class ComparisonText(FunnelComparison comparison, Terminal terminal)
{
    // Of walks that fare alike, enough to see why; one of each difference and of each reason tells more than several of one.
    private const int MostExamples = 3;
    private const int LongestValue = 100;

    private readonly Currency _currency = comparison.After.Currency;

    public void Tell()
    {
        if (comparison.IsSame)
        {
            terminal.Line("The two do the same. Texts and pictures are not compared.");
            return;
        }

        terminal.Line(
            $"[bold]{comparison.After.Name.In(comparison.After.Locales[0]).EscapeMarkup()}[/], before and after"
        );
        TellParts();
        TellProperties();
        TellPrices();
        TellFares();
        TellTotals();
        TellReplayed();
    }

    private void TellParts()
    {
        Heading("Steps and offers", comparison.Parts.Count);
        foreach (var part in comparison.Parts)
        {
            var name = (part.Offer is null ? part.Step : $"{part.Step}/{part.Offer}").EscapeMarkup();
            var what = part.Offer is null ? "step" : "offer";
            switch (part)
            {
                case PartChange.Added added:
                    terminal.Line($"[green]+[/] {what} {name} is new, {Place(added.After)}");
                    break;
                case PartChange.Removed:
                    terminal.Line($"[red]-[/] {what} {name} is gone");
                    break;
                case PartChange.Moved { Offer: not null } moved when moved.From != moved.Step:
                    terminal.Line($"[yellow]~[/] {what} {name} was at step {moved.From}");
                    break;
                case PartChange.Moved moved:
                    terminal.Line($"[yellow]~[/] {what} {name} is now {Place(moved.After)}");
                    break;
                case PartChange.Changed changed:
                    terminal.Line($"[yellow]~[/] {what} {name} does something else");
                    TellEach(changed.Properties);
                    break;
            }
        }
    }

    private static string Place(string? after) => after is null ? "the first" : $"after {after}";

    private void TellProperties()
    {
        Heading("Settings and products", comparison.Properties.Count);
        TellEach(comparison.Properties);
    }

    private void TellEach(IEnumerable<PropertyChange> changes)
    {
        foreach (var change in changes)
        {
            terminal.Line($"  {change.Pointer[1..].EscapeMarkup()}: {Value(change.Before)} → {Value(change.After)}");
        }
    }

    private static string Value(string? json) =>
        json is null ? "none"
        : json.Length > LongestValue ? $"{json[..LongestValue].EscapeMarkup()}…"
        : json.EscapeMarkup();

    private void TellPrices()
    {
        if (!comparison.SameCurrency)
        {
            terminal.Line("The currency is another, so amounts are not compared.");
            return;
        }

        Heading($"Prices ({_currency})", comparison.Prices.Count);
        var table = terminal.Table("product", "quantity", "before", "after", "difference");
        foreach (var change in comparison.Prices)
        {
            var name = change.Option is null ? change.Product : $"{change.Product}, {change.Option} {change.Choice}";
            switch (change)
            {
                case PriceChange.InQuantity priced:
                    table.AddRow(
                        name.EscapeMarkup(),
                        priced.Quantity.ToString(CultureInfo.InvariantCulture),
                        priced.Before?.ToText(_currency) ?? "not sold",
                        priced.After?.ToText(_currency) ?? "not sold",
                        Coloured(priced.After - priced.Before)
                    );
                    break;
                case PriceChange.OfShare share:
                    table.AddRow(name.EscapeMarkup(), "any", Share(share.Before), Share(share.After), "");
                    break;
            }
        }

        Write(table);
    }

    private static string Share(PriceDefinition.Percentage? share) => share is null ? "an amount" : $"{share.Rate} %";

    private void TellFares()
    {
        Heading("Offers over all walks", comparison.Fares.Count);
        var table = terminal.Table("offer", "shown before", "after", $"moved the total by ({_currency})", "after");
        foreach (var (before, after) in comparison.Fares)
        {
            table.AddRow(
                $"{after.Step.Id}/{after.Offer.Id}".EscapeMarkup(),
                Words.Share(before.Shown, comparison.CensusBefore!.Walks),
                Words.Share(after.Shown, comparison.CensusAfter!.Walks),
                Words.Span(before.Delta, _currency),
                Words.Span(after.Delta, _currency)
            );
        }

        Write(table);
    }

    private void TellTotals()
    {
        if (comparison is not { CensusBefore: { } before, CensusAfter: { } after })
        {
            return;
        }

        Heading("All walks", 1);
        var table = terminal.Table("", "before", "after");
        table.AddRow("walks", Words.Count(before.Walks), Words.Count(after.Walks));
        table.AddRow(
            "smallest total",
            Amount(before.Smallest.Total, comparison.Before),
            Amount(after.Smallest.Total, comparison.After)
        );
        table.AddRow(
            "largest total",
            Amount(before.Largest.Total, comparison.Before),
            Amount(after.Largest.Total, comparison.After)
        );
        table.AddRow("most steps with extras in a row", $"{before.LongestRun.Steps}", $"{after.LongestRun.Steps}");
        Write(table);
    }

    private static string Amount(Money amount, FunnelDefinition funnel) => Words.Amount(amount, funnel.Currency);

    private void TellReplayed()
    {
        if (!comparison.SameCurrency)
        {
            return;
        }

        var replayed = comparison.Replayed;
        ReplayedWalk[] dearer =
        [
            .. replayed.Where(walk => walk.Difference > Money.Zero).OrderByDescending(walk => walk.Difference),
        ];
        ReplayedWalk[] cheaper =
        [
            .. replayed.Where(walk => walk.Difference < Money.Zero).OrderBy(walk => walk.Difference),
        ];
        ReplayedWalk[] lost = [.. replayed.Where(walk => walk.Stop is not null)];
        Heading("The same answers, before and after", replayed.Count);
        terminal.Line(
            $"Of {Words.Count(replayed.Count, "typical walk")}, which take each offer and each choice by itself: {replayed.Count - dearer.Length - cheaper.Length - lost.Length} cost the same, {dearer.Length} are dearer, {cheaper.Length} are cheaper, {lost.Length} are no longer possible. {comparison.Gained.Count} are possible only now."
        );
        TellMoved("Dearer", dearer);
        TellMoved("Cheaper", cheaper);
        TellStopped("No longer possible", lost);
        TellStopped("Possible only now, and why not before", comparison.Gained);
    }

    private void TellMoved(string heading, ReplayedWalk[] walks)
    {
        if (walks is [])
        {
            return;
        }

        terminal.Line();
        terminal.Line($"[bold]{heading}[/], by {Size(walks[^1])} to {Size(walks[0])} {_currency}:");
        ReplayedWalk[] examples = [.. walks.DistinctBy(walk => walk.Difference).Take(MostExamples)];
        foreach (var walk in examples)
        {
            terminal.Line(
                $"  {walk.Total.ToText(_currency)} → {walk.OtherTotal!.Value.ToText(_currency)} ({Coloured(walk.Difference)})  {walk.Walk.ToString().EscapeMarkup()}"
            );
        }

        TellMore(walks.Length - examples.Length);
    }

    private string Size(ReplayedWalk walk) =>
        Money.Max(walk.Difference!.Value, -walk.Difference.Value).ToText(_currency);

    private void TellStopped(string heading, IReadOnlyList<ReplayedWalk> walks)
    {
        if (walks.Count == 0)
        {
            return;
        }

        terminal.Line();
        terminal.Line($"[bold]{heading}:[/]");
        ReplayedWalk[] examples = [.. walks.DistinctBy(walk => walk.Stop).Take(MostExamples)];
        foreach (var walk in examples)
        {
            terminal.Line(
                $"  {walk.Total.ToText(_currency)}  {walk.Walk.ToString().EscapeMarkup()}: {walk.Stop!.EscapeMarkup()}"
            );
        }

        TellMore(walks.Count - examples.Length);
    }

    private void TellMore(int walks)
    {
        if (walks > 0)
        {
            terminal.Line($"  and {walks} more, which --json tells");
        }
    }

    private string Coloured(Money? difference) =>
        difference is not { } amount ? ""
        : amount > Money.Zero ? $"[red]{Words.Signed(amount, _currency)}[/]"
        : $"[green]{Words.Signed(amount, _currency)}[/]";

    private void Heading(string text, int entries)
    {
        if (entries > 0)
        {
            terminal.Line();
            terminal.Line($"[bold underline]{text}[/]");
        }
    }

    private void Write(Table table)
    {
        if (table.Rows.Count > 0)
        {
            terminal.Write(table);
        }
    }
}
