using System.ComponentModel;
using Funnel.Definitions;
using Funnel.Orders;
using Funnel.Testing.Notations;

namespace Funnel.Testing;

/// <summary>One thing that the shopper of a test does, and what is expected of the order after it.</summary>
[WrittenAs(typeof(TestStepNotation))]
public abstract record TestStep : ExpectedOrder
{
    private TestStep() { }

    /// <summary>The step that is meant.</summary>
    internal abstract string Of { get; }

    [Description("When; absent: at the same moment as what came before.")]
    public LocalMoment? At { get; init; }

    [Description("The code of the refusal that is expected; absent: none.")]
    [WrittenAs(typeof(RefusalCodeNotation))]
    public string? Refused { get; init; }

    /// <summary>Something is answered.</summary>
    [ExactlyOneOf(nameof(Accept), nameof(Decline), nameof(Inputs))]
    public abstract record Answering : TestStep
    {
        [Description("The accepted offers.")]
        [WrittenAs(typeof(AcceptNotation))]
        public IReadOnlyList<AcceptedOffer>? Accept { get; init; }

        [Description("No, thank you.")]
        [WrittenAs(typeof(YesNotation))]
        public bool? Decline { get; init; }

        [Description("What a form is filled in with.")]
        [WrittenAs(typeof(InputsNotation))]
        public IReadOnlyDictionary<string, Value>? Inputs { get; init; }

        internal Answer Answer =>
            Accept is not null ? new Answer.Accept(Accept)
            : Inputs is not null ? new Answer.Submit(Inputs)
            : new Answer.Decline();
    }

    /// <summary>The step to which the walk has come is answered.</summary>
    public sealed record AnswerTo : Answering
    {
        [Description("The step.")]
        [Id]
        public required string Step { get; init; }

        [Description("Exactly these offers are shown there.")]
        public ExpectedOffers? Offers { get; init; }

        internal override string Of => Step;
    }

    /// <summary>A step that was answered is answered otherwise.</summary>
    public sealed record ChangeOf : Answering
    {
        [Description("The step.")]
        [Id]
        public required string Change { get; init; }

        [Description("Exactly these later steps lose an answer that had accepted or given something.")]
        [Id]
        public IReadOnlyList<string>? Dropped { get; init; }

        internal override string Of => Change;
    }

    /// <summary>A step is gone back to: its answer and all later ones are dropped.</summary>
    public sealed record BackTo : TestStep
    {
        [Description("The step.")]
        [Id]
        public required string Back { get; init; }

        [Description("Exactly these later steps lose an answer that had accepted or given something.")]
        [Id]
        public IReadOnlyList<string>? Dropped { get; init; }

        internal override string Of => Back;
    }

    /// <summary>Every step is declined up to one, or to the end.</summary>
    public sealed record DeclineUpTo : TestStep
    {
        [Description("The step, which is not answered itself; or end.")]
        [Id]
        public required string DeclineTo { get; init; }

        internal override string Of => DeclineTo;
    }
}

/// <summary>The offers that a step is expected to show.</summary>
/// <param name="Ids">Exactly these.</param>
/// <param name="Deltas">By how much each would move the total, by id; null where that is not stated.</param>
[WrittenAs(typeof(ExpectedOffersNotation))]
public sealed record ExpectedOffers(IReadOnlyList<string> Ids, IReadOnlyDictionary<string, Money>? Deltas);
