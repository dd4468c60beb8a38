using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Orders;

namespace Funnel.Server.Api;

/// <summary>What is known of the shopper when an order starts. All of it may be left out.</summary>
public record StartRequest
{
    /// <summary>The language to speak; what the funnel does not speak becomes its nearest, else its first.</summary>
    public string? Locale { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country to which is sold; it decides the tax.</summary>
    public string? Country { get; init; }

    /// <summary>Where the shopper comes in: <c>web</c>, <c>shop</c>, …</summary>
    public string? Channel { get; init; }

    /// <summary>What they hold: <c>phone</c>, <c>desktop</c>, …</summary>
    public string? Device { get; init; }

    /// <summary>What sent them.</summary>
    public string? Referrer { get; init; }

    /// <summary>What the shop knows of the customer: texts, numbers, booleans, or lists of texts. Taken only with a merchant's key.</summary>
    public IReadOnlyDictionary<string, Value>? Customer { get; init; }

    /// <summary>Inputs that the funnel declares: the shopper's logo.</summary>
    public IReadOnlyDictionary<string, Value>? Inputs { get; init; }
}

/// <summary>An answer to a step: exactly one of its properties.</summary>
public record AnswerRequest
{
    /// <summary>The accepted offers; none is a decline.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AcceptRequest>? Accept { get; init; }

    /// <summary>True: no, thank you.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Decline { get; init; }

    /// <summary>A form's inputs, by name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Value?>? Inputs { get; init; }

    /// <summary>The same request with an answer, for replies that show it as it can be sent.</summary>
    internal AnswerRequest Saying(Answer answer) =>
        answer switch
        {
            Answer.Accept accept => this with { Accept = [.. accept.Offers.Select(AcceptRequest.Of)] },
            Answer.Submit submit => this with
            {
                Inputs = submit.Inputs.ToDictionary(input => input.Key, input => (Value?)input.Value),
            },
            _ => this with { Decline = true },
        };

    internal bool TryRead([NotNullWhen(true)] out Answer? answer, [NotNullWhen(false)] out ProblemResult? problem)
    {
        answer = null;
        if (PointerToNull is { } pointer)
        {
            problem = Problems.MalformedBody(pointer, "Something has to be here: null is nothing.");
            return false;
        }

        answer = this switch
        {
            { Accept: { } accept, Decline: null, Inputs: null } => new Answer.Accept([
                .. accept.Select(offer => offer.ToOffer()),
            ]),
            { Accept: null, Decline: true, Inputs: null } => new Answer.Decline(),
            { Accept: null, Decline: null, Inputs: { } inputs } => new Answer.Submit(Given(inputs)),
            _ => null,
        };
        problem = answer is null
            ? Problems.MalformedBody("", "An answer is exactly one of accept, decline: true, or inputs.")
            : null;
        return problem is null;
    }

    /// <summary>Inputs without those that say nothing.</summary>
    internal static IReadOnlyDictionary<string, Value> Given(IReadOnlyDictionary<string, Value?> inputs) =>
        inputs.Where(input => input.Value is not null).ToDictionary(input => input.Key, input => input.Value!);

    /// <summary>The serializer watches for null in properties, and not in lists and maps.</summary>
    private string? PointerToNull
    {
        get
        {
            for (var i = 0; i < (Accept?.Count ?? 0); i++)
            {
                if (Accept![i] is not { } offer)
                {
                    return $"/accept/{i}";
                }

                foreach (var (option, choice) in offer.Options ?? Empty<string>.Entries)
                {
                    if (choice is null)
                    {
                        return $"/accept/{i}/options/{JsonPointer.Escape(option)}";
                    }
                }
            }

            return null;
        }
    }
}

/// <summary>An offer that is accepted.</summary>
public sealed record AcceptRequest
{
    /// <summary>Its id.</summary>
    public required string Offer { get; init; }

    /// <summary>The quantity, where it can be chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Quantity { get; init; }

    /// <summary>Option id to choice id, where they can be chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    internal static AcceptRequest Of(AcceptedOffer offer) =>
        new()
        {
            Offer = offer.Offer,
            Quantity = offer.Quantity,
            Options = offer.Options.Count > 0 ? offer.Options : null,
        };

    internal AcceptedOffer ToOffer() => new(Offer, Quantity, Options ?? Empty<string>.Entries);
}

/// <summary>An answer to try out.</summary>
public sealed record PreviewRequest : AnswerRequest
{
    /// <summary>The current step, or one that was answered.</summary>
    public required string Step { get; init; }
}

/// <summary>What is handed over from now on.</summary>
public sealed record InputsRequest
{
    /// <summary>All inputs, by name, as when an order starts: what is left out or null is taken away.</summary>
    public required IReadOnlyDictionary<string, Value?> Inputs { get; init; }
}

/// <summary>The shopper's consent to an exact total.</summary>
public sealed record CompleteRequest
{
    /// <summary>The total in major units, as the view says it: <c>65.55</c>.</summary>
    public required string Total { get; init; }

    internal bool TryRead(Currency currency, out Money total, [NotNullWhen(false)] out ProblemResult? problem)
    {
        problem = MoneyText.TryRead(Total, currency, out total)
            ? null
            : Problems.MalformedBody(
                "/total",
                "Send the total as the view says it: an amount in major units as a text."
            );
        return problem is null;
    }
}
