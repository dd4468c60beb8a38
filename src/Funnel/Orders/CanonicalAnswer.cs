using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Machine;

namespace Funnel.Orders;

/// <summary>
/// The one form that all answers of the same meaning take: offers in the file's order, what is fixed left out, what is
/// defaulted written out, blank inputs left out, boxes left unticked written out. What can be told wrong without looking
/// at the order is refused here.
/// </summary>
internal static class CanonicalAnswer
{
    // A reply is not to be many times as long as what it refuses.
    private const int MostFaults = 100;

    public static bool TryMake(
        State state,
        Answer answer,
        [NotNullWhen(true)] out Answer? canonical,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        (canonical, refusal) = answer switch
        {
            Answer.Decline or Answer.Accept { Offers.Count: 0 } => (new Answer.Decline(), null),
            Answer.Accept accept when !state.IsForm => Accept(state, accept),
            Answer.Submit submit when state.IsForm => Submit(state, submit),
            _ => (null, new Refusal.AnswerDoesNotFit(state)),
        };
        return canonical is not null;
    }

    private static (Answer?, Refusal?) Accept(State state, Answer.Accept accept)
    {
        var accepted = new (Offer Offer, AcceptedOffer Canonical)[accept.Offers.Count];
        for (var i = 0; i < accepted.Length; i++)
        {
            var given = accept.Offers[i];
            if (state.FindOffer(given.Offer) is not { } offer)
            {
                return (
                    null,
                    new Refusal.UnknownOffer(
                        state,
                        new($"/accept/{i}/offer", $"The step has no offer \"{given.Offer}\".")
                    )
                );
            }

            if (IsAmong(accepted.AsSpan(0, i), offer))
            {
                return (null, new Refusal.OfferTwice(new($"/accept/{i}", $"\"{offer.Id}\" is accepted before.")));
            }

            if (!TryChoose(offer, given, i, out var canonical, out var refusal))
            {
                return (null, refusal);
            }

            accepted[i] = (offer, canonical);
        }

        Array.Sort(accepted, static (a, b) => a.Offer.Number.CompareTo(b.Offer.Number));
        return (new Answer.Accept(Array.ConvertAll(accepted, each => each.Canonical)), null);
    }

    private static bool IsAmong(ReadOnlySpan<(Offer Offer, AcceptedOffer)> accepted, Offer offer)
    {
        foreach (var (other, _) in accepted)
        {
            if (other == offer)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="index">Its place in the answer, for pointers to what is wrong; they are written only then.</param>
    private static bool TryChoose(
        Offer offer,
        AcceptedOffer given,
        int index,
        [NotNullWhen(true)] out AcceptedOffer? canonical,
        [NotNullWhen(false)] out Refusal? refusal
    )
    {
        (canonical, refusal) = (null, null);
        var quantity = given.Quantity;
        if (quantity is { } wanted && offer.Asks is not { Quantity: true })
        {
            if (!offer.FixedQuantities.Contains(wanted))
            {
                refusal = new Refusal.NotChoosable(
                    new($"/accept/{index}/quantity", $"\"{offer.Id}\" does not let the quantity be chosen.")
                );
                return false;
            }

            quantity = null;
        }

        if (offer.Asks is { Quantity: true, Added: { } product })
        {
            quantity ??= product.Quantities.Least;
            if (!product.Quantities.Sells(quantity.Value))
            {
                refusal = new Refusal.QuantityNotSold(
                    new($"/accept/{index}/quantity", $"\"{product.Id}\" is sold in {product.Quantities}.")
                );
                return false;
            }
        }

        var options = new SortedList<string, string>(given.Options.Count, StringComparer.Ordinal);
        foreach (var (option, choice) in given.Options)
        {
            if (offer.Asks is null || !offer.Asks.Options.Contains(option))
            {
                if (!offer.FixedChoices.Contains((option, choice)))
                {
                    refusal = new Refusal.NotChoosable(
                        new(
                            $"/accept/{index}/options/{JsonPointer.Escape(option)}",
                            $"\"{offer.Id}\" does not let \"{option}\" be chosen."
                        )
                    );
                    return false;
                }

                continue;
            }

            if (offer.Asks.Added is { } added && added.Options[added.IndexOfOption(option)].IndexOfChoice(choice) < 0)
            {
                refusal = new Refusal.ChoiceNotSold(
                    new(
                        $"/accept/{index}/options/{JsonPointer.Escape(option)}",
                        $"\"{offer.Id}\" has no choice \"{choice}\" of \"{option}\"."
                    )
                );
                return false;
            }

            options.Add(option, choice);
        }

        if (offer.Asks is { Added: { } of })
        {
            foreach (var option in offer.Asks.Options)
            {
                var place = of.IndexOfOption(option);
                options.TryAdd(option, of.Options[place].Choices[of.DefaultChoices[place]].Id);
            }
        }

        canonical = new(offer.Id, quantity, options.Count == 0 ? Empty<string>.Entries : options);
        return true;
    }

    private static (Answer?, Refusal?) Submit(State state, Answer.Submit submit)
    {
        var inputs = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, value) in submit.Inputs)
        {
            if (value is not Value.Text { Content: var text } || !string.IsNullOrWhiteSpace(text))
            {
                inputs.Add(name, value);
            }
        }

        foreach (var asked in state.Fields)
        {
            if (asked is { Definition.Type: FieldType.Checkbox, Required: false })
            {
                inputs.TryAdd(asked.Id, new Value.Flag(false));
            }
        }

        var faults = Faults(inputs, state.Fields.ToDictionary(asked => asked.Id)).ToList();
        faults.AddRange(
            state
                .Fields.Where(asked => asked.Required && !inputs.ContainsKey(asked.Id))
                .Select(asked => new Fault("/inputs", $"\"{asked.Id}\" is required."))
        );
        return faults.Count > 0 ? (null, new Refusal.InputsInvalid(faults)) : (new Answer.Submit(inputs), null);
    }

    /// <summary>What is wrong with inputs, whether of a form or of a start; of very much, the first.</summary>
    public static IEnumerable<Fault> Faults(
        IReadOnlyDictionary<string, Value> inputs,
        IReadOnlyDictionary<string, InputField> fields
    ) => AllFaults(inputs, fields).Take(MostFaults);

    private static IEnumerable<Fault> AllFaults(
        IReadOnlyDictionary<string, Value> inputs,
        IReadOnlyDictionary<string, InputField> fields
    )
    {
        foreach (var (name, value) in inputs)
        {
            var pointer = $"/inputs/{JsonPointer.Escape(name)}";
            if (!fields.TryGetValue(name, out var asked))
            {
                yield return new(
                    pointer,
                    $"Nothing is asked by that name. Asked are {string.Join(", ", fields.Keys)}."
                );
            }
            else if (asked.ProblemWith(value) is { } problem)
            {
                yield return new(pointer, problem);
            }
        }
    }
}
