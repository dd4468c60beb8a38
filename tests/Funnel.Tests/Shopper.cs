using System.Globalization;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Tests;

/// <summary>
/// A shopper with an order. What they do either works or fails the test; the methods that end on <c>Refused</c> want it to be
/// refused, and tell why.
/// </summary>
internal sealed class Shopper
{
    public Shopper(FunnelMachine machine, Start start)
    {
        Order = Order.Begin(machine, start);
        Now = start.At;
    }

    public Order Order { get; private set; }

    /// <summary>The moment of the next thing they do.</summary>
    public DateTimeOffset Now { get; set; }

    public Walk Walk => Order.Walk;

    /// <summary>The step to be answered, or <c>end</c>.</summary>
    public string At => Walk.Current?.Id ?? "end";

    /// <summary>The answered steps.</summary>
    public string Path => string.Join(" ", Walk.Answered.Select(walk => walk.Last!.State.Id));

    public string Subtotal => Text(Walk.Basket.Subtotal);

    public string Shipping => Text(Walk.Basket.Shipping);

    public string Tax => Text(Walk.Basket.Tax);

    public string Total => Text(Walk.Basket.Total);

    /// <summary>What fell away when they last did something: <c>box/cardboard form</c>.</summary>
    public string Dropped { get; private set; } = "";

    /// <summary><c>21 % of 10.00 = 2.10; 9 % …</c>.</summary>
    public string TaxGroups =>
        string.Join(
            "; ",
            Walk.Basket.TaxGroups().Select(group => $"{group.Rate} % of {Text(group.Base)} = {Text(group.Amount)}")
        );

    /// <summary>What is offered, with its delta: <c>silk +3.95, soft-touch +8.95</c>; <c>?</c> where the defaults do not go together.</summary>
    public string Offers =>
        string.Join(", ", Quote.Of(Walk, Now).Offers.Select(offer => $"{offer.Offer.Id} {Delta(offer.Delta)}"));

    public OfferQuote Quoted(string offer) => Quote.Of(Walk, Now).Offers.Single(quote => quote.Offer.Id == offer);

    /// <summary>All lines, as <see cref="Line"/> tells them.</summary>
    public IEnumerable<string> Lines => Walk.Basket.Lines.Select(line => Line(line.Name));

    /// <summary><c>250 business-cards paper=silk 26.90 -12.95 = 13.95</c>: options that are not at their default, list, adjustments, net.</summary>
    public string Line(string name)
    {
        var line = Walk.Basket.Lines.Single(line => line.Name == name);
        var options = line
            .Options.Where(option => option.Choice != option.Option.Choices[option.Option.Default])
            .Select(option => $" {option.Option.Id}={option.Choice.Id}");
        var adjustments = line.Adjustments.Select(adjustment => $" {Delta(adjustment.Amount)}");
        return $"{line.Quantity} {line.Product.Id}{string.Concat(options)} {Text(line.List)}{string.Concat(adjustments)} = {Text(line.Net)}";
    }

    /// <summary><c>First 100 free, cards/cards</c> of each adjustment.</summary>
    public IEnumerable<string> Adjustments(string line) =>
        Walk
            .Basket.Lines.Single(other => other.Name == line)
            .Adjustments.Select(adjustment =>
                $"{adjustment.Label.In("en")}, {adjustment.Step}/{adjustment.Offer ?? "-"}"
            );

    /// <summary>Accepts offers of the current step, written as <see cref="Accepting"/> reads them.</summary>
    public Shopper Accept(params string[] offers) => Answer(At, Accepting(offers));

    public Shopper Decline() => Answer(At, new Answer.Decline());

    /// <summary>Declines steps up to one, or to the end.</summary>
    public Shopper DeclineTo(string step)
    {
        while (At != step)
        {
            Decline();
        }

        return this;
    }

    /// <summary>Fills in the form of the current step.</summary>
    public Shopper Submit(params (string Name, object Value)[] inputs) => Answer(At, Filled(inputs));

    /// <summary>Answers an earlier step otherwise; without offers, declines it.</summary>
    public Shopper Change(string step, params string[] offers) =>
        Answer(step, offers is [] ? new Answer.Decline() : Accepting(offers));

    public Shopper Answer(string step, Answer answer) => Done(Order.Answer(step, answer, Now));

    public Shopper Back(string step) => Done(Order.Back(step, Now));

    /// <summary>Hands over these inputs from now on, and no others.</summary>
    public Shopper ChangeInputs(params (string Name, object Value)[] inputs) =>
        Done(Order.ChangeInputs(Values(inputs), Now));

    public Shopper Complete(string total) => Done(Order.Complete(Amount(total), Now));

    public Shopper Cancel() => Done(Order.Cancel(Now));

    /// <summary>Lets the order feel the time that has passed.</summary>
    /// <returns>What came of it; null for nothing.</returns>
    public OrderChange? Lapse()
    {
        var outcome = Order.Lapse(Now);
        Done(outcome);
        return (outcome as Outcome.Changed)?.Change;
    }

    public Shopper Wait(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Shopper On(string moment)
    {
        Now = Moment.Of(moment);
        return this;
    }

    public string AcceptRefused(params string[] offers) => Refused(Order.Answer(At, Accepting(offers), Now));

    public string DeclineRefused() => Refused(Order.Answer(At, new Answer.Decline(), Now));

    public string SubmitRefused(params (string Name, object Value)[] inputs) =>
        Refused(Order.Answer(At, Filled(inputs), Now));

    public string AnswerRefused(string step, Answer answer) => Refused(Order.Answer(step, answer, Now));

    public string BackRefused(string step) => Refused(Order.Back(step, Now));

    public string ChangeInputsRefused(params (string Name, object Value)[] inputs) =>
        Refused(Order.ChangeInputs(Values(inputs), Now));

    public string CompleteRefused(string total) => Refused(Order.Complete(Amount(total), Now));

    public string CancelRefused() => Refused(Order.Cancel(Now));

    /// <summary><c>pens 25 ink=blue</c>: the offer, then a quantity and options where they are chosen.</summary>
    public static Answer Accepting(params string[] offers) =>
        new Answer.Accept([
            .. offers.Select(offer =>
            {
                var words = offer.Split(' ');
                var quantity = words.Skip(1).FirstOrDefault(word => !word.Contains('=', StringComparison.Ordinal));
                var options = words.Where(word => word.Contains('=', StringComparison.Ordinal));
                return new AcceptedOffer(
                    words[0],
                    quantity is null ? null : int.Parse(quantity, CultureInfo.InvariantCulture),
                    options.Select(option => option.Split('=')).ToDictionary(pair => pair[0], pair => pair[1])
                );
            }),
        ]);

    public static Answer Filled(params (string Name, object Value)[] inputs) => new Answer.Submit(Values(inputs));

    public static IReadOnlyDictionary<string, Value> Values(params (string Name, object Value)[] inputs) =>
        inputs.ToDictionary(input => input.Name, input => ValueOf(input.Value));

    public static Value ValueOf(object value) =>
        value switch
        {
            bool flag => new Value.Flag(flag),
            string text => new Value.Text(text),
            string[] list => new Value.List(list),
            int or decimal => new Value.Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"{value} is nothing that JSON can say.", nameof(value)),
        };

    /// <summary>An amount with its sign, <c>?</c> where there is none.</summary>
    public string Delta(Money? amount) =>
        amount is not { } delta ? "?"
        : delta < Money.Zero ? Text(delta)
        : $"+{Text(delta)}";

    public string Text(Money amount) => amount.ToText(Walk.Machine.Definition.Currency);

    public Money Amount(string text) =>
        Money.FromMajor(
            decimal.Parse(text, CultureInfo.InvariantCulture),
            Walk.Machine.Definition.Currency,
            Rounding.HalfUp
        );

    private Shopper Done(Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Changed changed:
                Order = changed.Order;
                Dropped = string.Join(
                    ' ',
                    changed.Dropped.Select(dropped =>
                        dropped.Offers.Count == 0 ? dropped.Step : $"{dropped.Step}/{string.Join('+', dropped.Offers)}"
                    )
                );
                break;
            case Outcome.Unchanged unchanged:
                Assert.Same(Order, unchanged.Order);
                Dropped = "";
                break;
            case Outcome.Refused { Refusal: var refusal }:
                Assert.Fail($"{refusal.Code}: {refusal.Message} {string.Join(' ', refusal.Faults)}");
                break;
        }

        return this;
    }

    /// <summary><c>quantity-not-sold /accept/0/quantity</c>.</summary>
    private static string Refused(Outcome outcome)
    {
        var refusal = Assert.IsType<Outcome.Refused>(outcome).Refusal;
        return string.Join(' ', [refusal.Code, .. refusal.Faults.Select(fault => fault.Pointer)]);
    }
}
