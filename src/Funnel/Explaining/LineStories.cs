using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Pricing;

namespace Funnel.Explaining;

/// <summary>
/// Applies the accepted offers of a walk once more, effect by effect, and writes down at each where the amounts of every line
/// come from.
/// </summary>
internal sealed class LineStories
{
    private readonly FunnelDefinition _funnel;
    private readonly PriceWords _prices;
    private readonly Dictionary<LineName, Story> _stories = [];

    public LineStories(Walk walk)
    {
        _funnel = walk.Machine.Definition;
        _prices = new(_funnel);
        foreach (var answered in walk.Answered)
        {
            if (answered.Last is { Answer: Answer.Accept accept } step)
            {
                Tell(step.State, accept, answered.Previous!.Basket);
            }
        }
    }

    /// <summary>The base price and the surcharges.</summary>
    public IReadOnlyList<Reason> ListOf(Line line) => _stories[line.Key].List;

    public IReadOnlyList<Reason> AdjustmentsOf(Line line) => _stories[line.Key].Adjustments;

    private void Tell(State state, Answer.Accept accept, Basket before)
    {
        var edit = new BasketEdit(before);
        foreach (var accepted in accept.Offers)
        {
            var offer = state.FindOffer(accepted.Offer)!;
            var pointer = $"/steps/{state.Index}/offers/{state.Offers.TakeWhile(other => other != offer).Count()}";
            var scope = offer.ScopeOn(edit, new(accepted.Quantity, accepted.Options));
            var places = new Dictionary<string, int>();
            foreach (var effect in offer.Effects)
            {
                var was = Lines(edit);
                effect.Apply(scope);
                Tell(edit, was, PointerTo(effect, pointer, places), offer.Definition, effect);
            }
        }

        var undiscounted = Lines(edit);
        state.DiscountSelection(edit, accept.Offers.Count, before.Lines.Length);
        TellSelection(state, edit, undiscounted, accept.Offers.Count, before.Lines.Length);
    }

    private static Line[] Lines(BasketEdit edit) => [.. Enumerable.Range(0, edit.Count).Select(index => edit[index])];

    private static string PointerTo(Effect effect, string offer, Dictionary<string, int> places)
    {
        var name = effect switch
        {
            SwapEffect => "swap",
            SetEffect => "set",
            AddEffect => "add",
            OfferPriceEffect => "price",
            DiscountEffect => "discount",
            MultiplyEffect => "multiply",
            _ => "ship",
        };
        if (effect is not (SetEffect or AddEffect))
        {
            return $"{offer}/{name}";
        }

        var place = places.GetValueOrDefault(name);
        places[name] = place + 1;
        return $"{offer}/{name}/{place}";
    }

    private void Tell(BasketEdit edit, Line[] was, string pointer, OfferDefinition offer, Effect effect)
    {
        for (var i = 0; i < edit.Count; i++)
        {
            var line = edit[i];
            var old = i < was.Length ? was[i] : null;
            if (old is null)
            {
                _stories[line.Key] = new(ListReasons(line, i, was));
            }
            else if (ReferenceEquals(old, line))
            {
                continue;
            }
            else if (effect is SwapEffect or SetEffect)
            {
                _stories[line.Key].List = ListReasons(line, i, was);
            }

            foreach (var adjustment in line.Adjustments.AsSpan()[(old?.Adjustments.Length ?? 0)..])
            {
                _stories[line.Key].Adjustments.Add(Explain(adjustment, line, was, pointer, offer, effect));
            }
        }
    }

    private List<Reason> ListReasons(Line line, int index, Line[] was)
    {
        var product = $"/products/{line.Product.Id}";
        var price = line.Product.Definition.Price;
        var (own, words, pointer) = _prices.Of(price, $"{product}/price", line.Quantity, WholeOf(price, index, was));
        var reasons = new List<Reason> { new(ReasonKind.Base, own, words, pointer) };
        foreach (var (option, choice) in line.Options)
        {
            var definition = line.Product.Definition.Options[option.Id].Choices[choice.Id];
            if (definition.Price is { } surcharge)
            {
                var at = $"{product}/options/{option.Id}/choices/{choice.Id}/price";
                var (amount, how, where) = _prices.Of(surcharge, at, line.Quantity, own);
                reasons.Add(new(ReasonKind.Surcharge, amount, how, where));
            }
        }

        return reasons;
    }

    /// <summary>What a percentage price of a line is taken of: the lines as they were before.</summary>
    private static Money WholeOf(PriceDefinition price, int index, Line[] was) =>
        price is PriceDefinition.Percentage share
            ? was.Where(
                    (line, place) => place != index && (share.Of is not PercentageBase.Line of || line.Name == of.Name)
                )
                .Aggregate(Money.Zero, (sum, line) => sum + line.Net)
            : Money.Zero;

    private Reason Explain(
        Adjustment adjustment,
        Line line,
        Line[] was,
        string pointer,
        OfferDefinition offer,
        Effect effect
    )
    {
        switch (effect)
        {
            case OfferPriceEffect:
                return new(
                    ReasonKind.Adjustment,
                    adjustment.Amount,
                    PriceInWords(offer.Price!, line, was, offer),
                    pointer
                );
            case DiscountEffect:
                return new(
                    ReasonKind.Adjustment,
                    adjustment.Amount,
                    DiscountInWords(offer.Discount!, line, was, offer),
                    pointer
                );
            case MultiplyEffect:
                return new(
                    ReasonKind.Adjustment,
                    adjustment.Amount,
                    MultiplyInWords(offer.Multiply!, line, was),
                    pointer
                );
            default:
                return new(
                    ReasonKind.Lift,
                    adjustment.Amount,
                    "what came off before is more than it costs now: lifted to zero",
                    pointer
                );
        }
    }

    private string PriceInWords(OfferPriceDefinition price, Line line, Line[] was, OfferDefinition offer)
    {
        var added = was[^offer.Add.Count..];
        var normal = Sum(added, one => one.List);
        var words = price switch
        {
            { Flat: { } flat } => $"{Text(flat)} in place of {Text(normal)}",
            { PercentOff: { } percent } =>
                $"less {_prices.PercentOf(percent, normal, percent.Of(normal, _funnel.Rounding))}",
            _ => $"{Text(price.AmountOff!.Value)} off {Text(normal)}",
        };
        return words + Part(line.List, added.Length, normal, "lists");
    }

    private string DiscountInWords(DiscountDefinition discount, Line line, Line[] was, OfferDefinition offer)
    {
        Line[] on =
        [
            .. was.Where(
                (one, place) =>
                    discount.On switch
                    {
                        DiscountTarget.Order => true,
                        DiscountTarget.Added => place >= was.Length - offer.Add.Count,
                        DiscountTarget.Category category => one.Product.Definition.Category == category.Id,
                        DiscountTarget.Line named => one.Name == named.Name,
                        _ => throw new InvalidOperationException($"A discount on {discount.On.GetType()}."),
                    }
            ),
        ];
        var sum = Sum(on, one => one.Net);
        var words = discount.PercentOff is { } percent
            ? $"less {_prices.PercentOf(percent, sum, percent.Of(sum, _funnel.Rounding))}"
            : $"{Text(discount.AmountOff!.Value)} off {Text(sum)}";
        return words + Part(was.First(one => one.Key == line.Key).Net, on.Length, sum, "nets");
    }

    private string MultiplyInWords(MultiplyDefinition multiply, Line line, Line[] was)
    {
        Line[] on = [.. was.Where(one => one.Product.Definition.Multipliable)];
        var ofList = multiply.Of is MultiplyBase.List;
        var sum = Sum(on, one => ofList ? one.List : one.Net);
        var own = was.First(one => one.Key == line.Key);
        var words =
            $"{multiply.By} times for {_prices.PercentOf(multiply.Percent, sum, multiply.Percent.Of(sum, _funnel.Rounding))}";
        return words + Part(ofList ? own.List : own.Net, on.Length, sum, ofList ? "lists" : "nets");
    }

    private void TellSelection(State state, BasketEdit edit, Line[] was, int accepted, int firstAdded)
    {
        var rung = state
            .Definition.SelectionDiscounts.Select((one, place) => (one.AtLeast, one.PercentOff, place))
            .LastOrDefault(one => one.AtLeast <= accepted);
        var added = was[firstAdded..];
        var sum = Sum(added, one => one.Net);
        for (var i = firstAdded; i < edit.Count; i++)
        {
            if (!ReferenceEquals(edit[i], was[i]))
            {
                var words =
                    $"{accepted} chosen: less {_prices.PercentOf(rung.PercentOff, sum, rung.PercentOff.Of(sum, _funnel.Rounding))}"
                    + Part(was[i].Net, added.Length, sum, "nets");
                _stories[edit[i].Key]
                    .Adjustments.Add(
                        new(
                            ReasonKind.Adjustment,
                            edit[i].Adjustments[^1].Amount,
                            words,
                            $"/steps/{state.Index}/selectionDiscounts/{rung.place}"
                        )
                    );
            }
        }
    }

    /// <summary>What part of a split amount falls on a line; nothing where there is but one.</summary>
    private string Part(Money weight, int lines, Money sum, string of) =>
        lines > 1 ? $"; of it the part for {Text(weight)} of {Text(sum)}, by the {of} of {lines} lines" : "";

    private static Money Sum(IEnumerable<Line> lines, Func<Line, Money> amount) =>
        lines.Aggregate(Money.Zero, (sum, line) => sum + amount(line));

    private string Text(Money amount) => amount.ToText(_funnel.Currency);

    private sealed class Story(List<Reason> list)
    {
        public List<Reason> List { get; set; } = list;

        public List<Reason> Adjustments { get; } = [];
    }
}
