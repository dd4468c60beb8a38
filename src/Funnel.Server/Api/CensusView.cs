using System.Globalization;
using Funnel.Checking;
using Funnel.Checking.Proofs;

namespace Funnel.Server.Api;

/// <summary>What is true of all walks of a funnel together, counted exactly.</summary>
public sealed record CensusView
{
    /// <summary>How many walks there are: a whole number of any size.</summary>
    public required string Walks { get; init; }

    /// <summary>The least that an order can come to, shipping and tax included.</summary>
    public required ExtremeView Smallest { get; init; }

    /// <summary>The most that an order can come to.</summary>
    public required ExtremeView Largest { get; init; }

    /// <summary>The most steps with upsells and cross-sells in a row.</summary>
    public required LongestRunView LongestRun { get; init; }

    /// <summary>Every offer, in the file's order.</summary>
    public required IReadOnlyList<OfferCensusView> Offers { get; init; }

    /// <summary>What multiplying saves beside buying as much, for every offer that does it.</summary>
    public required IReadOnlyList<MultiplyCensusView> Multiplies { get; init; }

    /// <summary>How many different states were looked at.</summary>
    public required int States { get; init; }

    internal static CensusView? Of(CheckReport report)
    {
        if (report is not { Census: { } census, Definition: { } funnel })
        {
            return null;
        }

        var money = MoneyText.For(funnel.Locales[0], funnel.Currency);
        return new()
        {
            Walks = census.Walks.ToString(CultureInfo.InvariantCulture),
            Smallest = Extreme(census.Smallest),
            Largest = Extreme(census.Largest),
            LongestRun = new(census.LongestRun.Steps, WitnessView.Of(census.LongestRun.Walk)),
            Offers =
            [
                .. census.Offers.Select(offer => new OfferCensusView
                {
                    Step = offer.Step.Id,
                    Offer = offer.Offer.Id,
                    Shown = offer.Shown.ToString(CultureInfo.InvariantCulture),
                    Example = WitnessView.Maybe(offer.Example),
                    LeastDelta = offer.Delta is var (least, _) ? money.Signed(least) : null,
                    MostDelta = offer.Delta is var (_, most) ? money.Signed(most) : null,
                    LowersTotal = WitnessView.Maybe(offer.LowersTotal),
                    LosesFreeShipping = WitnessView.Maybe(offer.LosesFreeShipping),
                }),
            ],
            Multiplies =
            [
                .. census.Multiplies.Select(multiply => new MultiplyCensusView(
                    multiply.Step.Id,
                    multiply.Offer.Id,
                    new(money.Signed(multiply.Least), WitnessView.Of(multiply.LeastAt)),
                    new(money.Signed(multiply.Most), WitnessView.Of(multiply.MostAt))
                )),
            ],
            States = census.States,
        };

        ExtremeView Extreme(Extreme extreme) => new(money.Plain(extreme.Total), WitnessView.Of(extreme.Walk));
    }
}

/// <summary>An amount, and a walk that comes to it.</summary>
public sealed record ExtremeView(MoneyView Amount, WitnessView Walk);

/// <summary>A number of steps, and a walk that is shown as many.</summary>
public sealed record LongestRunView(int Steps, WitnessView Walk);

/// <summary>How an offer fares over all walks.</summary>
public sealed record OfferCensusView
{
    public required string Step { get; init; }

    public required string Offer { get; init; }

    /// <summary>On how many walks it is shown.</summary>
    public required string Shown { get; init; }

    /// <summary>A walk up to where it is shown.</summary>
    public WitnessView? Example { get; init; }

    /// <summary>By how much it moves the total at least, alone and with its default choices.</summary>
    public MoneyView? LeastDelta { get; init; }

    /// <summary>By how much it moves the total at most.</summary>
    public MoneyView? MostDelta { get; init; }

    /// <summary>A walk up to where accepting it makes the total lower.</summary>
    public WitnessView? LowersTotal { get; init; }

    /// <summary>A walk up to where accepting it loses free shipping.</summary>
    public WitnessView? LosesFreeShipping { get; init; }
}

/// <summary>How a multiply compares with buying that many times the quantities; a negative saving is a loss.</summary>
public sealed record MultiplyCensusView(string Step, string Offer, ExtremeView LeastSaving, ExtremeView MostSaving);

/// <summary>A walk as far as it proves something.</summary>
public sealed record WitnessView
{
    /// <summary>In one line.</summary>
    public required string Text { get; init; }

    /// <summary>The moment of all answers, where it matters.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What is known at the start; of context, customer and inputs only what conditions ask.</summary>
    public required StartRequest Start { get; init; }

    /// <summary>Step by step, each as <c>PUT …/answers/{step}</c> takes it.</summary>
    public required IReadOnlyList<PreviewRequest> Answers { get; init; }

    internal static WitnessView? Maybe(Witness? witness) => witness is null ? null : Of(witness);

    internal static WitnessView Of(Witness witness) =>
        new()
        {
            Text = witness.ToString(),
            At = witness.AsksClock ? witness.Start.At : null,
            Start = new()
            {
                Locale = witness.Start.Locale,
                Country = witness.Start.Country,
                Channel = witness.Start.Channel,
                Device = witness.Start.Device,
                Referrer = witness.Start.Referrer,
                Customer = witness.Start.Customer.Count > 0 ? witness.Start.Customer : null,
                Inputs = witness.Start.Inputs.Count > 0 ? witness.Start.Inputs : null,
            },
            Answers =
            [
                .. witness.Answers.Select(answered =>
                    (PreviewRequest)new PreviewRequest { Step = answered.Step.Id }.Saying(answered.Answer)
                ),
            ],
        };
}

/// <summary>What is certain of a funnel with too many states for a census.</summary>
public sealed record BoundsView
{
    /// <summary>There are at most this many walks.</summary>
    public required string Walks { get; init; }

    /// <summary>No total is above this, in major units.</summary>
    public required string Total { get; init; }

    /// <summary>How many states were looked at before the census stopped.</summary>
    public required int States { get; init; }

    internal static BoundsView? Of(CheckReport report) =>
        report is { Bounds: { } bounds, Definition: { } funnel }
            ? new()
            {
                Walks = bounds.Walks.ToString(CultureInfo.InvariantCulture),
                Total = bounds.TotalText(funnel.Currency),
                States = bounds.States,
            }
            : null;
}
