using Funnel.Definitions.Notations;

namespace Funnel.Testing.Notations;

/// <summary><c>{ "noWalkExceeds": "250.00" }</c>, and whatever else can be said of all walks.</summary>
internal sealed class TestPropertyNotation : UnionNotation<TestProperty>
{
    public static readonly TestPropertyNotation Instance = new();

    public override string Expected => "a property such as { \"noWalkExceeds\": \"250.00\" }";

    public override TestProperty Fallback { get; } = new TestProperty.Floor { EveryWalkIsAtLeast = Money.Zero };

    public override IReadOnlyList<ObjectForm<TestProperty>> Forms { get; } =
    [
        Form<TestProperty.Ceiling>("noWalkExceeds"),
        Form<TestProperty.Floor>("everyWalkIsAtLeast"),
        Form<TestProperty.Offered>("offer"),
        Form<TestProperty.NothingLowers>("noOfferLowersTheTotal"),
        Form<TestProperty.Multiplies>("multiplyAlwaysSaves"),
        Form<TestProperty.LongestRun>("noRunIsLongerThan"),
    ];

    private static ObjectForm<TestProperty, T> Form<T>(string mark)
        where T : TestProperty => new(mark, (form, _, _) => form, property => property as T);
}
