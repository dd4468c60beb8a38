using Funnel.Server.Api;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>Tells people why a walk is as it is.</summary>
internal static class ExplanationText
{
    public static void Tell(ExplanationView explanation, Terminal terminal)
    {
        TellAmounts(explanation, terminal);
        foreach (var step in explanation.Steps)
        {
            terminal.Line(
                $"[bold]{step.Step.EscapeMarkup()}[/]: {(step.Shown ? "[green]shown[/]" : "[yellow]passed by[/]")}"
            );
            TellBlocked(step.Hidden, terminal);
            foreach (var offer in step.Offers)
            {
                terminal.Line(
                    offer.Why is null
                        ? $"  {offer.Offer.EscapeMarkup()}: shown"
                        : $"  {offer.Offer.EscapeMarkup()}: [yellow]not shown[/], {offer.Why.EscapeMarkup()}"
                );
                TellBlocked(offer.Hidden, terminal);
            }
        }
    }

    private static void TellAmounts(ExplanationView explanation, Terminal terminal)
    {
        var table = terminal.Table("line", "what", "amount", "because", "as it says at");
        foreach (var line in explanation.Lines)
        {
            foreach (var reason in line.List.Concat(line.Adjustments))
            {
                Add(line.Line, reason);
            }

            Add(line.Line, line.Tax);
        }

        Add("shipping", explanation.Shipping);
        Add("shipping", explanation.ShippingTax);
        if (table.Rows.Count > 0)
        {
            terminal.Write(table);
            terminal.Line();
        }

        void Add(string line, ReasonView? reason)
        {
            if (reason is not null)
            {
                table.AddRow(
                    line.EscapeMarkup(),
                    $"{reason.Kind}".ToLowerInvariant(),
                    reason.Amount.Display.EscapeMarkup(),
                    reason.Words.EscapeMarkup(),
                    reason.Pointer.EscapeMarkup()
                );
            }
        }
    }

    private static void TellBlocked(IReadOnlyList<BlockedView> blocked, Terminal terminal)
    {
        foreach (var leaf in blocked)
        {
            terminal.Line(
                $"    wants {leaf.Condition.EscapeMarkup()}, saw {(leaf.Saw ?? "nothing").EscapeMarkup()} ({leaf.Pointer.EscapeMarkup()})"
            );
        }
    }
}
