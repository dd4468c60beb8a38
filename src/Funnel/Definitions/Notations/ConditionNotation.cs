using System.ComponentModel;

namespace Funnel.Definitions.Notations;

/// <summary><c>{ "all": […] }</c>, <c>{ "any": […] }</c>, <c>{ "not": … }</c>, or a fact and its test.</summary>
internal sealed class ConditionNotation : UnionNotation<Condition>
{
    public static readonly ConditionNotation Instance = new();

    public override string Expected => "a condition such as { \"fact\": \"order.subtotal\", \"atLeast\": \"40.00\" }";

    /// <summary>Always true.</summary>
    public override Condition Fallback { get; } = new Condition.All([]);

    public override string? SchemaName => "condition";

    public override IReadOnlyList<ObjectForm<Condition>> Forms { get; } =
    [
        new ObjectForm<Condition, LeafForm>(
            "fact",
            (form, _, _) => form.ToLeaf(),
            condition => condition is Condition.Leaf leaf ? LeafForm.Of(leaf) : null
        ),
        new ObjectForm<Condition, AllForm>(
            "all",
            (form, _, _) => new Condition.All(form.All),
            condition => condition is Condition.All all ? new() { All = all.Of } : null
        ),
        new ObjectForm<Condition, AnyForm>(
            "any",
            (form, _, _) => form.Any.Count == 0 ? null : new Condition.Any(form.Any),
            condition => condition is Condition.Any any ? new() { Any = any.Of } : null
        ),
        new ObjectForm<Condition, NotForm>(
            "not",
            (form, _, _) => new Condition.Not(form.Not),
            condition => condition is Condition.Not not ? new() { Not = not.Of } : null
        ),
    ];

    internal sealed record AllForm
    {
        [Description("Each of these holds.")]
        [AtLeastOne]
        public required IReadOnlyList<Condition> All { get; init; }
    }

    internal sealed record AnyForm
    {
        [Description("At least one of these holds.")]
        [AtLeastOne]
        public required IReadOnlyList<Condition> Any { get; init; }
    }

    internal sealed record NotForm
    {
        [Description("This does not hold.")]
        public required Condition Not { get; init; }
    }
}
