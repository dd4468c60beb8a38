using System.Text.Json.Serialization;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Server.Api;

/// <summary>Where an order stands: what can be chosen, by how much the total would move, and what may be done next.</summary>
public sealed record OrderView
{
    /// <summary>The order's id.</summary>
    public required string Id { get; init; }

    /// <summary>The funnel version that it started with and keeps.</summary>
    public required FunnelReference Funnel { get; init; }

    /// <summary>It can change only while it is <c>open</c>.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>1 at its start, one more with every change; the <c>ETag</c>.</summary>
    public required long Revision { get; init; }

    /// <summary>ISO 4217 code of all its amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>The language of this reply.</summary>
    public required string Locale { get; init; }

    /// <summary>When it expires if it is not touched.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The order's secret; only in the reply that started it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Token { get; init; }

    /// <summary>What was handed over at its start, or has been since, by name; without what its forms were told.</summary>
    public required IReadOnlyDictionary<string, Value> Inputs { get; init; }

    /// <summary>The step that is to be answered; null at the end of the walk and when the order is closed.</summary>
    public required StepView? Step { get; init; }

    /// <summary>How far the walk is.</summary>
    public required ProgressView Progress { get; init; }

    /// <summary>What is in the order, in the order in which it came.</summary>
    public required IReadOnlyList<LineView> Lines { get; init; }

    /// <summary>By how much each answered step moved the amounts; the entries sum to the totals.</summary>
    public required IReadOnlyList<LedgerView> Ledger { get; init; }

    /// <summary>What it all comes to.</summary>
    public required TotalsView Totals { get; init; }

    /// <summary>Answers that had accepted or given something and fell away with this change.</summary>
    public required IReadOnlyList<DroppedView> Dropped { get; init; }

    /// <summary>What may be done now: <c>answer</c> the current step, <c>complete</c> at the walk's end, go <c>back</c> to an answered step, or <c>cancel</c>.</summary>
    public required IReadOnlyList<OrderAction> Actions { get; init; }
}

/// <summary>A version of a funnel.</summary>
/// <param name="Id">The funnel's id.</param>
/// <param name="Version">From 1.</param>
public sealed record FunnelReference(string Id, int Version);

/// <summary>A step, and what can be chosen there.</summary>
public sealed record StepView
{
    /// <summary>Its id, for the address of the answer.</summary>
    public required string Id { get; init; }

    /// <summary>What it is there for: <c>choose</c> the main product, <c>upsell</c> a better version of what is in the order, <c>crossSell</c> what goes with it, and a <c>form</c> to fill in.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence under it.</summary>
    public required string? Description { get; init; }

    /// <summary>How many offers may be accepted now; not at a form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PickView? Pick { get; init; }

    /// <summary>What can be accepted now; not at a form.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OfferView>? Offers { get; init; }

    /// <summary>What a form asks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldView>? Fields { get; init; }
}

/// <summary>A step that is answered, to be shown and answered anew.</summary>
/// <param name="Step">The step as it is asked of the order as it stood before its answer.</param>
/// <param name="Answer">Its answer, as it can be sent.</param>
public sealed record AnsweredStepView(StepView Step, AnswerRequest Answer);

/// <summary>How many offers may be accepted.</summary>
/// <param name="Min">At least; 0 means that the step can be declined.</param>
/// <param name="Max">At most.</param>
public sealed record PickView(int Min, int Max);

/// <summary>Something that can be accepted, and what it would do to the total if it alone were.</summary>
public sealed record OfferView
{
    /// <summary>Its id within the step.</summary>
    public required string Id { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>The value it adds.</summary>
    public required string? Benefit { get; init; }

    /// <summary>A word that marks it.</summary>
    public required string? Badge { get; init; }

    /// <summary>Address of a picture.</summary>
    public required string? Image { get; init; }

    /// <summary>By how much the total would move; null where its default choices do not go together.</summary>
    public required MoneyView? Delta { get; init; }

    /// <summary>What the total would be.</summary>
    public required MoneyView? TotalAfter { get; init; }

    /// <summary>What it adds would normally cost: of an offer with its own price, and of one that multiplies what is there and saves; null of others.</summary>
    public required MoneyView? NormalPrice { get; init; }

    /// <summary>By how much less that costs; null where <c>normalPrice</c> is.</summary>
    public required MoneyView? Saving { get; init; }

    /// <summary>What can be chosen of it; null where nothing can.</summary>
    public required ChooseView? Choose { get; init; }
}

/// <summary>What can be chosen of an offer.</summary>
public sealed record ChooseView
{
    /// <summary>The quantities.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QuantityView? Quantity { get; init; }

    /// <summary>The options, by id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, OptionView>? Options { get; init; }
}

/// <summary>The quantities of an offer: a list of values, or a range.</summary>
public sealed record QuantityView
{
    /// <summary>The quantity where none is chosen.</summary>
    public required int Default { get; init; }

    /// <summary>Each quantity that can be chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<QuantityValueView>? Values { get; init; }

    /// <summary>The least of a range.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Min { get; init; }

    /// <summary>The most of a range.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Max { get; init; }

    /// <summary>From one quantity of a range to the next.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Step { get; init; }
}

/// <summary>A quantity that can be chosen.</summary>
/// <param name="Value">How many.</param>
/// <param name="Delta">By how much the total would move; null where it does not go with the other defaults.</param>
public sealed record QuantityValueView(int Value, MoneyView? Delta);

/// <summary>An option of an offer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">Id of the choice where none is made.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record OptionView(string Name, string Default, IReadOnlyList<ChoiceView> Choices);

/// <summary>A choice of an option.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Delta">By how much the total would move; null where it does not go with the other defaults.</param>
public sealed record ChoiceView(string Id, string Name, MoneyView? Delta);

/// <summary>A field of a form, or something that may be handed over when an order starts; what the funnel leaves out is left out.</summary>
public sealed record FieldView
{
    /// <summary>The name of the input.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of value it takes.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Label { get; init; }

    /// <summary>A sentence of help.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Help { get; init; }

    /// <summary>Whether the form cannot be answered without it.</summary>
    public required bool Required { get; init; }

    /// <summary>The most characters.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxLength { get; init; }

    /// <summary>A regular expression that the whole value must match.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Pattern { get; init; }

    /// <summary>The least number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Min { get; init; }

    /// <summary>The greatest number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Max { get; init; }

    /// <summary>The choices, by id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    /// <param name="locale">One of the funnel's locales.</param>
    internal static FieldView Of(InputField asked, string locale)
    {
        var definition = asked.Definition;
        return new()
        {
            Id = asked.Id,
            Type = definition.Type,
            Label = definition.Label.In(locale),
            Help = definition.Help?.In(locale),
            Required = asked.Required,
            MaxLength = definition.MaxLength,
            Pattern = definition.Pattern,
            Min = definition.Min,
            Max = definition.Max,
            Choices =
                definition.Choices.Count > 0
                    ? definition.Choices.ToDictionary(choice => choice.Key, choice => choice.Value.In(locale))
                    : null,
        };
    }
}

/// <summary>How far the walk is.</summary>
/// <param name="Answered">How many steps are answered.</param>
/// <param name="AtMost">How many there will be at most.</param>
/// <param name="Steps">The funnel's steps in the file's order.</param>
public sealed record ProgressView(int Answered, int AtMost, IReadOnlyList<ProgressStepView> Steps);

/// <summary>A step of the funnel, seen from where the walk stands.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its heading.</param>
/// <param name="State">Whether it lies behind or ahead.</param>
public sealed record ProgressStepView(string Id, string Title, StepState State);

/// <summary>Where a step lies, seen from where the walk stands: <c>ahead</c> is one to which it can still come, <c>passed</c> one at which it did not stop and does not come any more.</summary>
public enum StepState
{
    Answered,
    Current,
    Ahead,
    Passed,
}

/// <summary>A line of the order.</summary>
public sealed record LineView
{
    /// <summary>Its name within the order.</summary>
    public required string Id { get; init; }

    /// <summary>The product's id.</summary>
    public required string Product { get; init; }

    /// <summary>The product's name.</summary>
    public required string Name { get; init; }

    /// <summary>Address of the product's picture.</summary>
    public required string? Image { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Option id to the id of its chosen choice.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>The same for people.</summary>
    public required IReadOnlyList<OptionTextView> OptionTexts { get; init; }

    /// <summary>The inputs that the product carries, where they were given: the logo on the pen.</summary>
    public required IReadOnlyDictionary<string, string> Personalised { get; init; }

    /// <summary>Base price and surcharges.</summary>
    public required MoneyView List { get; init; }

    /// <summary>What came off or on, each with its reason.</summary>
    public required IReadOnlyList<AdjustmentView> Adjustments { get; init; }

    /// <summary>List and adjustments.</summary>
    public required MoneyView Net { get; init; }

    /// <summary>The tax in the net, or on top of it.</summary>
    public required MoneyView Tax { get; init; }
}

/// <summary>A chosen option for people.</summary>
/// <param name="Name">The option's name: Paper.</param>
/// <param name="Choice">The choice's name: 350 g silk.</param>
public sealed record OptionTextView(string Name, string Choice);

/// <summary>An amount that came off or on a line.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Amount">Negative where it makes the line cheaper.</param>
/// <param name="Step">The step that it came from.</param>
/// <param name="Offer">The offer that it came from; null for a discount on a selection.</param>
public sealed record AdjustmentView(string Label, MoneyView Amount, string Step, string? Offer);

/// <summary>By how much one answered step moved the amounts.</summary>
/// <param name="Step">The step.</param>
/// <param name="Offers">What was accepted there; empty where nothing was, and of a form.</param>
/// <param name="Declined">Whether it was answered with "no, thank you".</param>
/// <param name="Subtotal">By how much the sum of the lines moved.</param>
/// <param name="Shipping">By how much shipping moved.</param>
/// <param name="Tax">By how much the tax moved; part of the other amounts where prices include it.</param>
/// <param name="Total">By how much the total moved.</param>
public sealed record LedgerView(
    string Step,
    IReadOnlyList<string> Offers,
    bool Declined,
    MoneyView Subtotal,
    MoneyView Shipping,
    MoneyView Tax,
    MoneyView Total
);

/// <summary>What the order comes to.</summary>
public sealed record TotalsView
{
    /// <summary>Sum of the lists.</summary>
    public required MoneyView List { get; init; }

    /// <summary>Sum of the nets.</summary>
    public required MoneyView Subtotal { get; init; }

    /// <summary>Shipping; zero while nothing is shipped.</summary>
    public required MoneyView Shipping { get; init; }

    /// <summary>How it is shipped; null while nothing is.</summary>
    public required string? ShippingMethod { get; init; }

    /// <summary>Whether the prices include the tax.</summary>
    public required bool TaxIncluded { get; init; }

    /// <summary>The tax per rate, highest first.</summary>
    public required IReadOnlyList<TaxView> Tax { get; init; }

    /// <summary>What is to be paid.</summary>
    public required MoneyView Total { get; init; }
}

/// <summary>The tax of one rate.</summary>
/// <param name="Rate">In percent.</param>
/// <param name="Base">What it is taken of, without the tax.</param>
/// <param name="Amount">The tax.</param>
public sealed record TaxView(decimal Rate, MoneyView Base, MoneyView Amount);

/// <summary>An answer that fell away.</summary>
/// <param name="Step">Its step.</param>
/// <param name="Offers">What it had accepted; empty of a form.</param>
public sealed record DroppedView(string Step, IReadOnlyList<string> Offers);
