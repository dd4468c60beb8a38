using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;
using Funnel.Server.Orders;

namespace Funnel.Server.Api;

/// <summary>Makes the view of an order for readers of one language.</summary>
internal sealed class OrderViews
{
    private readonly KeptOrder _kept;
    private readonly DateTimeOffset _now;
    private readonly string _locale;
    private readonly MoneyText _money;

    private OrderViews(KeptOrder kept, string locale, DateTimeOffset now)
    {
        _kept = kept;
        _locale = locale;
        _now = now;
        _money = MoneyText.For(locale, kept.Funnel.Machine.Definition.Currency);
    }

    private Walk Walk => _kept.Order.Walk;

    /// <param name="locale">One of the funnel's locales.</param>
    public static OrderView Of(
        KeptOrder kept,
        string locale,
        DateTimeOffset now,
        IReadOnlyList<DroppedAnswer>? dropped = null,
        string? token = null
    ) => new OrderViews(kept, locale, now).Order(dropped ?? [], token);

    /// <param name="answered">A walk of the order, cut short after the answer that is shown.</param>
    public static AnsweredStepView Of(KeptOrder kept, Walk answered, string locale, DateTimeOffset now) =>
        new(
            new OrderViews(kept, locale, now).Step(answered.Previous!, answered.Last!.State),
            new AnswerRequest().Saying(answered.Last.Answer)
        );

    private OrderView Order(IReadOnlyList<DroppedAnswer> dropped, string? token)
    {
        var order = _kept.Order;
        var status = order.StatusAt(_now);
        var walks = Walk.Answered;
        return new()
        {
            Id = _kept.Id,
            Funnel = new(_kept.Funnel.Id, _kept.Funnel.Version),
            Status = status,
            Revision = _kept.Revision,
            Currency = Walk.Machine.Definition.Currency.Code,
            Locale = _locale,
            ExpiresAt = order.ExpiresAt,
            Token = token,
            Inputs = Walk.Start.Inputs,
            Step = status is OrderStatus.Open && Walk.Current is { } state ? Step(Walk, state) : null,
            Progress = Progress(walks),
            Lines = Map(Walk.Basket.Lines, Line),
            Ledger = Map(walks, walk => Ledger(LedgerEntry.Of(walk), walk.Last!.Answer is Answer.Decline)),
            Totals = Totals(Walk.Basket),
            Dropped = Map(dropped, answer => new DroppedView(answer.Step, answer.Offers)),
            Actions = order.PermittedActions(_now),
        };
    }

    /// <param name="walk">One that stands at that step.</param>
    private StepView Step(Walk walk, State state)
    {
        var quote = state.IsForm ? null : Quote.Of(walk, _now);
        return new()
        {
            Id = state.Id,
            Kind = state.Definition.Kind,
            Title = In(state.Definition.Title),
            Description = Maybe(state.Definition.Description),
            Pick = quote is null ? null : new(quote.Min, quote.Max),
            Offers = quote is null ? null : Map(quote.Offers, Offer),
            Fields = quote is null ? Map(state.Fields, asked => FieldView.Of(asked, _locale)) : null,
        };
    }

    private OfferView Offer(OfferQuote quote)
    {
        var definition = quote.Offer.Definition;
        return new()
        {
            Id = quote.Offer.Id,
            Title = In(quote.Offer.Title),
            Benefit = Maybe(definition.Benefit),
            Badge = Maybe(definition.Badge),
            Image = quote.Offer.Image,
            Delta = Signed(quote.Delta),
            TotalAfter = Plain(quote.TotalAfter),
            NormalPrice = Plain(quote.NormalPrice),
            Saving = Plain(quote.Saving),
            Choose =
                quote.Quantity is null && quote.Options.Count == 0
                    ? null
                    : new()
                    {
                        Quantity = quote.Quantity is { } quantity ? Quantity(quantity) : null,
                        Options =
                            quote.Options.Count > 0
                                ? quote.Options.ToDictionary(option => option.Option.Id, Option)
                                : null,
                    },
        };
    }

    private QuantityView Quantity(QuantityQuote quantity) =>
        quantity.Values is { } values
            ? new()
            {
                Default = quantity.Default,
                Values = Map(values, value => new QuantityValueView(value.Quantity, Signed(value.Delta))),
            }
            : new()
            {
                Default = quantity.Default,
                Min = quantity.Sold.Least,
                Max = quantity.Sold.Most,
                Step = quantity.Sold.Step,
            };

    private OptionView Option(OptionQuote quote) =>
        new(
            In(quote.Option.Name),
            quote.Default.Id,
            Map(quote.Choices, choice => new ChoiceView(choice.Choice.Id, In(choice.Choice.Name), Signed(choice.Delta)))
        );

    private ProgressView Progress(IReadOnlyList<Walk> walks)
    {
        var answered = walks.Select(walk => walk.Last!.State).ToHashSet();
        return new(
            walks.Count,
            walks.Count + (Walk.Current?.AtMostAhead ?? 0),
            Map(
                Walk.Machine.States,
                state => new ProgressStepView(
                    state.Id,
                    In(state.Definition.Title),
                    answered.Contains(state) ? StepState.Answered
                        : state == Walk.Current ? StepState.Current
                        : Walk.Current?.LeadsTo(state) is true ? StepState.Ahead
                        : StepState.Passed
                )
            )
        );
    }

    private LineView Line(Line line) =>
        new()
        {
            Id = line.Name,
            Product = line.Product.Id,
            Name = In(line.Product.Name),
            Image = line.Product.Definition.Image,
            Quantity = line.Quantity,
            Options = line.Options.ToDictionary(chosen => chosen.Option.Id, chosen => chosen.Choice.Id),
            OptionTexts =
            [
                .. line.Options.Select(chosen => new OptionTextView(In(chosen.Option.Name), In(chosen.Choice.Name))),
            ],
            Personalised = line
                .Product.Definition.Personalised.Select(input => (input, value: Walk.FindInput(input)))
                .Where(carried => carried.value is not null)
                .ToDictionary(carried => carried.input, carried => carried.value!.ToString()),
            List = _money.Plain(line.List),
            Adjustments = Map(
                line.Adjustments,
                adjustment => new AdjustmentView(
                    In(adjustment.Label),
                    _money.Signed(adjustment.Amount),
                    adjustment.Step,
                    adjustment.Offer
                )
            ),
            Net = _money.Plain(line.Net),
            Tax = _money.Plain(line.Tax),
        };

    private LedgerView Ledger(LedgerEntry entry, bool declined) =>
        new(
            entry.Step,
            entry.Offers,
            declined,
            _money.Signed(entry.Subtotal),
            _money.Signed(entry.Shipping),
            _money.Signed(entry.Tax),
            _money.Signed(entry.Total)
        );

    private TotalsView Totals(Basket basket) =>
        new()
        {
            List = _money.Plain(basket.List),
            Subtotal = _money.Plain(basket.Subtotal),
            Shipping = _money.Plain(basket.Shipping),
            ShippingMethod = Maybe(basket.ShippedBy?.Name),
            TaxIncluded = basket.TaxIncluded,
            Tax = Map(
                basket.TaxGroups(),
                group => new TaxView(group.Rate.Value, _money.Plain(group.Base), _money.Plain(group.Amount))
            ),
            Total = _money.Plain(basket.Total),
        };

    private string In(Text text) => text.In(_locale);

    private string? Maybe(Text? text) => text?.In(_locale);

    private MoneyView? Plain(Money? amount) => amount is { } money ? _money.Plain(money) : null;

    private MoneyView? Signed(Money? amount) => amount is { } money ? _money.Signed(money) : null;

    private static TView[] Map<T, TView>(IReadOnlyList<T> items, Func<T, TView> view)
    {
        var views = new TView[items.Count];
        for (var i = 0; i < views.Length; i++)
        {
            views[i] = view(items[i]);
        }

        return views;
    }
}
