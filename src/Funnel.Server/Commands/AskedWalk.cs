using System.Globalization;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>A walk whose answers somebody at a terminal is asked for.</summary>
internal sealed class AskedWalk(WalkText view, Terminal terminal)
{
    private const string NoThanks = "No, thank you";
    private const string ShowOrder = "Show the order";
    private const string Back = "Back";
    private const string Leave = "Leave";

    private const int MostListed = 40;

    /// <returns>Always 0: to leave is an answer too.</returns>
    public async Task<int> Run(Order order)
    {
        while (true)
        {
            view.TellStep(order, withOffers: false);
            var (word, answer) = order.Walk.Current is { } state ? await Ask(order, state) : (await AskAtEnd(), null);
            switch (word)
            {
                case Leave:
                    return ExitCodes.Fine;
                case ShowOrder:
                    view.TellBasket(order.Walk.Basket);
                    view.TellLedger(order.Walk);
                    break;
                case Back:
                    order = GoneBack(order);
                    break;
                default:
                    order = Answered(order, answer!);
                    break;
            }
        }
    }

    private Order Answered(Order order, Answer answer)
    {
        switch (order.Answer(order.Walk.Current!.Id, answer, order.Walk.Start.At))
        {
            case Outcome.Changed changed:
                view.TellDropped(changed.Dropped);
                return changed.Order;
            case Outcome.Refused refused:
                view.TellRefusal(refused.Refusal);
                return order;
            default:
                return order;
        }
    }

    private static Order GoneBack(Order order) =>
        order.Walk.Last is { } last && order.Back(last.State.Id, order.Walk.Start.At) is Outcome.Changed changed
            ? changed.Order
            : order;

    private async Task<(string Word, Answer? Answer)> Ask(Order order, State state) =>
        state.IsForm ? await AskForm(state) : await AskOffers(order, state);

    private async Task<(string, Answer?)> AskOffers(Order order, State state)
    {
        var quote = Quote.Of(order.Walk, order.Walk.Start.At);
        var accepted = new List<AcceptedOffer>();
        while (true)
        {
            var left = quote.Offers.Where(offer => accepted.All(taken => taken.Offer != offer.Offer.Id)).ToArray();
            // What costs nothing stands first, where the cursor is.
            var first =
                accepted.Count > 0 ? "Nothing else"
                : state.PickMin > 0 ? ShowOrder
                : NoThanks;
            string[] words = [first, .. Words(order, first)];
            var chosen = await Select(
                [first, .. left.Select(offer => offer.Offer.Id), .. words.Skip(1)],
                choice =>
                    left.FirstOrDefault(offer => offer.Offer.Id == choice) is { } offer ? view.TextOf(offer) : choice
            );
            if (left.FirstOrDefault(offer => offer.Offer.Id == chosen) is { } taken)
            {
                accepted.Add(await Choose(taken));
                if (accepted.Count < quote.Max && accepted.Count < quote.Offers.Count)
                {
                    continue;
                }
            }
            else if (chosen is ShowOrder or Back or Leave)
            {
                return (chosen, null);
            }

            return (chosen, accepted.Count > 0 ? new Answer.Accept(accepted) : new Answer.Decline());
        }
    }

    private static IEnumerable<string> Words(Order order, string first)
    {
        if (first != ShowOrder)
        {
            yield return ShowOrder;
        }

        if (order.Walk.Length > 0)
        {
            yield return Back;
        }

        yield return Leave;
    }

    private async Task<AcceptedOffer> Choose(OfferQuote offer)
    {
        var quantity = offer.Quantity is { } asked ? await ChooseQuantity(asked) : (int?)null;
        var options = new Dictionary<string, string>();
        foreach (var option in offer.Options)
        {
            // The default is the plain one; the others say by how much they move the total.
            var inOrder = option.Choices.OrderBy(choice => choice.Choice != option.Default).ToArray();
            terminal.Line(view.In(option.Option.Name));
            var chosen = await Select(
                [.. inOrder.Select(choice => choice.Choice.Id)],
                id =>
                {
                    var choice = inOrder.Single(choice => choice.Choice.Id == id);
                    return $"{view.In(choice.Choice.Name)} [bold]{view.DeltaOf(choice.Delta).EscapeMarkup()}[/]";
                }
            );
            options[option.Option.Id] = chosen;
        }

        return new(offer.Offer.Id, quantity, options);
    }

    private async Task<int> ChooseQuantity(QuantityQuote asked)
    {
        if (asked.Values is { Count: <= MostListed } values)
        {
            var chosen = await Select(
                [.. values.Select(value => value.Quantity.ToString(CultureInfo.InvariantCulture))],
                text =>
                {
                    var value = values.Single(value => value.Quantity.ToString(CultureInfo.InvariantCulture) == text);
                    return $"{text} [bold]{view.DeltaOf(value.Delta).EscapeMarkup()}[/]";
                }
            );
            return int.Parse(chosen, CultureInfo.InvariantCulture);
        }

        var prompt = new TextPrompt<int>($"How many? ({asked.Sold})".EscapeMarkup())
            .DefaultValue(asked.Default)
            .Validate(quantity => asked.Sold.Sells(quantity), $"It is sold in {asked.Sold}.");
        return await prompt.ShowAsync(terminal.Console, CancellationToken.None);
    }

    private async Task<(string, Answer?)> AskForm(State state)
    {
        string[] words = state.Fields.Any(field => field.Required)
            ? ["Fill in", ShowOrder, Back, Leave]
            : ["Fill in", NoThanks, ShowOrder, Back, Leave];
        var chosen = await Select(words, word => word);
        if (chosen != words[0])
        {
            return (chosen, new Answer.Decline());
        }

        var inputs = new Dictionary<string, Value>();
        foreach (var field in state.Fields)
        {
            if (await AskField(field) is { } value)
            {
                inputs[field.Id] = value;
            }
        }

        return (chosen, new Answer.Submit(inputs));
    }

    private async Task<Value?> AskField(InputField field)
    {
        var definition = field.Definition;
        var label = view.In(definition.Label);
        if (definition.Type is FieldType.Checkbox)
        {
            var prompt = new ConfirmationPrompt(label) { DefaultValue = false };
            return new Value.Flag(await prompt.ShowAsync(terminal.Console, CancellationToken.None));
        }

        if (definition.Type is FieldType.Choice)
        {
            terminal.Line(label);
            string[] none = field.Required ? [] : [""];
            var chosen = await Select(
                [.. none, .. definition.Choices.Keys],
                id => id.Length == 0 ? NoThanks : view.In(definition.Choices[id])
            );
            return chosen.Length == 0 ? null : new Value.Text(chosen);
        }

        var written = await new TextPrompt<string>(label)
            .AllowEmpty()
            .Validate(text =>
                (
                    text.Length > 0 ? field.ProblemWith(ValueOf(text, definition))
                    : field.Required ? "It is required."
                    : null
                )
                    is { } problem
                    ? ValidationResult.Error($"[red]{problem.EscapeMarkup()}[/]")
                    : ValidationResult.Success()
            )
            .ShowAsync(terminal.Console, CancellationToken.None);
        return written.Length > 0 ? ValueOf(written, definition) : null;
    }

    private static Value ValueOf(string written, InputDefinition definition) =>
        definition.Type is FieldType.Number
        && decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new Value.Number(number)
            : new Value.Text(written);

    private Task<string> AskAtEnd() => Select([Leave, Back], word => word);

    private Task<string> Select(IEnumerable<string> choices, Func<string, string> inMarkup) =>
        new SelectionPrompt<string>()
            .AddChoices(choices)
            .UseConverter(inMarkup)
            .ShowAsync(terminal.Console, CancellationToken.None);
}
