using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;
using Funnel.Server.Api;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>Shows a walk: what a step asks and what it would cost, what is in the order, and how it came to its total.</summary>
internal sealed class WalkText(FunnelMachine machine, string locale, Terminal terminal)
{
    private readonly MoneyText _money = MoneyText.For(locale, machine.Definition.Currency);

    /// <summary>The order so far and the step that it stands at; at the end, the whole order for review.</summary>
    /// <param name="withOffers">Whether to list what is offered and asked; a prompt does so itself.</param>
    public void TellStep(Order order, bool withOffers)
    {
        var walk = order.Walk;
        terminal.Line();
        if (walk.Current is not { } state)
        {
            TellReview(walk);
            return;
        }

        terminal.Line(
            $"[bold]{In(state.Definition.Title)}[/] ({state.Id.EscapeMarkup()}), total {Plain(walk.Basket.Total)}"
        );
        if (state.Definition.Description is { } description)
        {
            terminal.Line($"[dim]{In(description)}[/]");
        }

        if (!withOffers)
        {
            return;
        }

        foreach (var field in state.Fields)
        {
            terminal.Line(
                $"  {field.Id}: {In(field.Definition.Label)} ({field.Definition.Type.ToString().ToLowerInvariant()}{(field.Required ? ", required" : "")})"
            );
        }

        if (state.IsForm)
        {
            return;
        }

        foreach (var offer in Quote.Of(walk, walk.Start.At).Offers)
        {
            terminal.Line($"  {offer.Offer.Id.EscapeMarkup()}: {TextOf(offer)}");
            foreach (var (choice, delta) in Choices(offer))
            {
                terminal.Line($"    {choice.EscapeMarkup()}: {delta.EscapeMarkup()}");
            }
        }
    }

    /// <summary>An offer in a line of markup: title, delta, saving, and what it is good for.</summary>
    public string TextOf(OfferQuote offer)
    {
        var saving = offer.Saving is { } saved && saved > Money.Zero ? $", saves {Plain(saved)}" : "";
        var benefit = offer.Offer.Definition.Benefit is { } text ? $" [dim]· {In(text)}[/]" : "";
        return $"{In(offer.Offer.Title)}  [bold]{DeltaOf(offer.Delta).EscapeMarkup()}[/]{saving}{benefit}";
    }

    public string DeltaOf(Money? delta) =>
        delta is { } amount ? _money.Signed(amount).Display : "not with the other choices";

    public string In(Definitions.Text text) => text.In(locale).EscapeMarkup();

    public void TellDropped(IReadOnlyList<DroppedAnswer> dropped)
    {
        foreach (var answer in dropped)
        {
            terminal.Line(
                $"[yellow]No longer in the order: {string.Join(", ", answer.Offers.DefaultIfEmpty(answer.Step)).EscapeMarkup()}[/]"
            );
        }
    }

    public void TellRefusal(Refusal refusal)
    {
        terminal.Line($"[red]Refused ({refusal.Code}): {refusal.Message.EscapeMarkup()}[/]");
        foreach (var fault in refusal.Faults)
        {
            terminal.Line($"  {fault.Pointer.EscapeMarkup()}: {fault.Message.EscapeMarkup()}");
        }
    }

    /// <summary>The lines and what they come to.</summary>
    public void TellBasket(Basket basket)
    {
        var table = terminal.Table("line", "quantity", "price", "");
        foreach (var line in basket.Lines)
        {
            var options = string.Join(", ", line.Options.Select(option => option.Choice.Name.In(locale)));
            table.AddRow(
                In(line.Product.Name) + (options.Length > 0 ? $" ({options.EscapeMarkup()})" : ""),
                $"{line.Quantity}",
                Plain(line.List),
                ""
            );
            foreach (var adjustment in line.Adjustments)
            {
                table.AddRow($"  {In(adjustment.Label)}", "", Signed(adjustment.Amount), "");
            }
        }

        table.AddRow("subtotal", "", "", Plain(basket.Subtotal));
        if (basket.ShippedBy is { } method)
        {
            table.AddRow(In(method.Name), "", "", Plain(basket.Shipping));
        }

        foreach (var tax in basket.TaxGroups())
        {
            table.AddRow($"{(basket.TaxIncluded ? "tax included" : "tax")}, {tax.Rate} %", "", "", Plain(tax.Amount));
        }

        table.AddRow("[bold]total[/]", "", "", $"[bold]{Plain(basket.Total)}[/]");
        terminal.Write(table);
    }

    /// <summary>What each step moved the total by.</summary>
    public void TellLedger(Walk walk)
    {
        var table = terminal.Table("step", "answer", "total");
        foreach (var answered in walk.Answered)
        {
            var entry = LedgerEntry.Of(answered);
            table.AddRow(
                entry.Step.EscapeMarkup(),
                answered.Last!.Answer switch
                {
                    Answer.Accept => string.Join(", ", entry.Offers).EscapeMarkup(),
                    Answer.Submit => "filled in",
                    _ => "no, thank you",
                },
                Signed(entry.Total)
            );
        }

        terminal.Write(table);
    }

    private void TellReview(Walk walk)
    {
        terminal.Line("[bold]Your order[/]");
        TellBasket(walk.Basket);
        TellLedger(walk);
    }

    private IEnumerable<(string Choice, string Delta)> Choices(OfferQuote offer)
    {
        if (offer.Quantity is { } quantity)
        {
            foreach (var value in quantity.Values ?? [])
            {
                yield return ($"quantity {value.Quantity}", DeltaOf(value.Delta));
            }

            if (quantity.Values is null)
            {
                yield return ("quantity", $"{quantity.Sold}");
            }
        }

        foreach (var option in offer.Options)
        {
            foreach (var choice in option.Choices)
            {
                yield return ($"{option.Option.Id} {choice.Choice.Id}", DeltaOf(choice.Delta));
            }
        }
    }

    private string Plain(Money amount) => _money.Plain(amount).Display.EscapeMarkup();

    private string Signed(Money amount) => _money.Signed(amount).Display.EscapeMarkup();
}
