using Funnel.Definitions.Notations;

namespace Funnel.Testing.Notations;

/// <summary><c>{ "step": "paper", "accept": "silk" }</c>, and the other things that a shopper can do.</summary>
internal sealed class TestStepNotation : UnionNotation<TestStep>
{
    public static readonly TestStepNotation Instance = new();

    public override string Expected => "something to do such as { \"step\": \"paper\", \"accept\": \"silk\" }";

    public override TestStep Fallback { get; } = new TestStep.DeclineUpTo { DeclineTo = "" };

    public override IReadOnlyList<ObjectForm<TestStep>> Forms { get; } =
    [
        Form<TestStep.AnswerTo>("step"),
        Form<TestStep.ChangeOf>("change"),
        Form<TestStep.BackTo>("back"),
        Form<TestStep.DeclineUpTo>("declineTo"),
    ];

    private static ObjectForm<TestStep, T> Form<T>(string mark)
        where T : TestStep => new(mark, (form, _, _) => form, step => step as T);
}
