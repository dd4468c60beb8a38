using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Orders;

/// <summary>What the current step offers at a moment, and by how much each choice would move the total.</summary>
/// <param name="Min">How many offers must be accepted: fewer than the step says where fewer are available.</param>
/// <param name="Max">How many may be accepted.</param>
/// <param name="Offers">The available ones, in the file's order.</param>
public sealed record Quote(int Min, int Max, IReadOnlyList<OfferQuote> Offers)
{
    /// <summary>The least that an order comes to with just its main product, shipping and tax included; null where none is on offer.</summary>
    public static Money? FromPrice(FunnelMachine machine, DateTimeOffset at)
    {
        var empty = Walk.Begin(machine, new() { At = at, Locale = machine.Definition.Locales[0] });
        // A walk that begins with something else may branch to any of the main products.
        var mains = machine.States.Where(state => state.Definition.Kind is StepKind.Choose);
        return (empty.Current is { Definition.Kind: StepKind.Choose } first ? [first] : mains)
            .SelectMany(main =>
                empty.AvailableOffers(main, at).Select(offer => OfferQuote.Of(empty.Basket, offer).Least)
            )
            .Min();
    }

    /// <exception cref="InvalidOperationException">The walk is at its end, or at a form.</exception>
    public static Quote Of(Walk walk, DateTimeOffset at)
    {
        if (walk.Current is not { IsForm: false } state)
        {
            throw new InvalidOperationException("Nothing is offered here.");
        }

        OfferQuote[] offers = [.. walk.AvailableOffers(state, at).Select(offer => OfferQuote.Of(walk.Basket, offer))];
        return new(Math.Min(state.PickMin, offers.Length), state.PickMax, offers);
    }
}

/// <summary>What one offer would do to the total, if it alone were accepted.</summary>
/// <param name="Offer">The offer.</param>
/// <param name="Delta">By how much the total would move with the default choices; null where they do not go together.</param>
/// <param name="TotalAfter">What it would then be.</param>
/// <param name="NormalPrice">What it adds by list: of an offer with its own price, and of one that multiplies and saves; null of others.</param>
/// <param name="Saving">By how much less that costs.</param>
/// <param name="Quantity">The quantities to choose from, where they are.</param>
/// <param name="Options">The options to choose of.</param>
public sealed record OfferQuote(
    Offer Offer,
    Money? Delta,
    Money? TotalAfter,
    Money? NormalPrice,
    Money? Saving,
    QuantityQuote? Quantity,
    IReadOnlyList<OptionQuote> Options
)
{
    /// <summary>The least that accepting it would move the total by.</summary>
    internal Money? Least => (Quantity?.Values ?? []).Select(value => value.Delta).Append(Delta).Min();

    internal static OfferQuote Of(Basket basket, Offer offer)
    {
        var byDefault = Try(default);
        var (normal, saving) = byDefault is null ? (null, null) : Savings(basket, byDefault, offer);
        return new(
            offer,
            byDefault?.Total - basket.Total,
            byDefault?.Total,
            normal,
            saving,
            offer.Asks is { Quantity: true } ? Quantities(offer.Asks) : null,
            offer.Asks is null
                ? []
                : [.. offer.Asks.Options.Select(option => Choices(offer.Asks, option)).OfType<OptionQuote>()]
        );

        Basket? Try(Selection selection)
        {
            var edit = new BasketEdit(basket);
            // With its defaults, an offer that asks may change nothing yet: then it moves the total by nothing.
            return offer.ApplyAlone(edit, selection) is Obstacle.None or Obstacle.ChangesNothing
                ? edit.ToBasket()
                : null;
        }

        Money? DeltaOf(Selection selection) => Try(selection)?.Total - basket.Total;

        QuantityQuote Quantities(Asked asked)
        {
            var sold = asked.ProductIn(basket)!.Quantities;
            return new(
                asked.DefaultQuantity(basket),
                sold,
                sold.List is { } list
                    ? [.. list.Select(quantity => new QuantityDelta(quantity, DeltaOf(new(quantity, null))))]
                    : null
            );
        }

        OptionQuote? Choices(Asked asked, string id)
        {
            var product = asked.ProductIn(basket)!;
            if (product.IndexOfOption(id) is >= 0 and var index)
            {
                var option = product.Options[index];
                return new(
                    option,
                    option.Choices[asked.DefaultChoices(basket)[index]],
                    [
                        .. option.Choices.Select(choice => new ChoiceDelta(
                            choice,
                            DeltaOf(new(null, new Dictionary<string, string> { [id] = choice.Id }))
                        )),
                    ]
                );
            }

            return null;
        }
    }

    private static (Money? Normal, Money? Saving) Savings(Basket before, Basket after, Offer offer)
    {
        if (offer.Definition.Multiply is { By: var by })
        {
            return Multiplied(before, after, by);
        }

        if (offer.Price is not { } price)
        {
            return (null, null);
        }

        var normal = Money.Zero;
        foreach (var line in after.Lines.AsSpan()[before.Lines.Length..])
        {
            normal += line.List;
        }

        return (normal, -price.DifferenceFrom(normal, after.Terms.Rounding));
    }

    /// <summary>The list stays as it was when a line is multiplied, so what is added comes to it as often as it is added.</summary>
    private static (Money? Normal, Money? Saving) Multiplied(Basket before, Basket after, int by)
    {
        try
        {
            var normal = after.List - before.List;
            foreach (var line in after.Lines)
            {
                normal += line.Multiplied ? new Money(checked((by - 1) * line.List.Minor)) : Money.Zero;
            }

            var saving = normal - (after.Subtotal - before.Subtotal);
            return saving > Money.Zero ? (normal, saving) : (null, null);
        }
        catch (OverflowException)
        {
            // So many times the list can leave the range of exact money where the percentage of it does not.
            return (null, null);
        }
    }
}

/// <summary>The quantities of an offer to choose from.</summary>
/// <param name="Default">The quantity where none is chosen.</param>
/// <param name="Sold">What is sold.</param>
/// <param name="Values">Each with its delta; null where a range says which there are.</param>
public sealed record QuantityQuote(int Default, SoldQuantities Sold, IReadOnlyList<QuantityDelta>? Values);

/// <param name="Delta">Null where the quantity does not go with the other defaults.</param>
public sealed record QuantityDelta(int Quantity, Money? Delta);

/// <summary>The choices of an option of an offer.</summary>
public sealed record OptionQuote(ProductOption Option, ProductChoice Default, IReadOnlyList<ChoiceDelta> Choices);

/// <param name="Delta">Null where the choice does not go with the other defaults.</param>
public sealed record ChoiceDelta(ProductChoice Choice, Money? Delta);
