using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A word, or a word with an id: <c>"order"</c>, <c>"line:cards"</c>.</summary>
internal abstract class ReferenceNotation<T> : TextNotation<T>
    where T : notnull
{
    public sealed override string Expected => Quoted.List(Forms);

    /// <summary>The forms as a merchant writes them, the id being <c>…</c>.</summary>
    public abstract IReadOnlyList<string> Forms { get; }

    public sealed override JsonObject Schema(SchemaDefinitions definitions) =>
        SchemaOf.Text(
            $"^({string.Join('|', Forms).Replace("…", IdNotation.Form.Expression, StringComparison.Ordinal)})$",
            Expected
        );

    protected sealed override bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        var colon = text.Content.IndexOf(':', StringComparison.Ordinal);
        var (word, id) = colon < 0 ? (text.Content, null) : (text.Content[..colon], text.Content[(colon + 1)..]);
        value = id is null || IdNotation.Form.IsMatch(id) ? Parse(word, id) : default;
        if (value is not null)
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(text.Content)} is not known here. Write {Expected}, with an id in place of \"…\"."
        );
        return false;
    }

    /// <summary>Null where it is none of the forms.</summary>
    /// <param name="id">What stands after the colon; null where there is none.</param>
    protected abstract T? Parse(string word, string? id);
}

/// <summary>What a discount is on.</summary>
internal sealed class DiscountTargetNotation : ReferenceNotation<DiscountTarget>
{
    public static readonly DiscountTargetNotation Instance = new();

    public override DiscountTarget Fallback { get; } = new DiscountTarget.Order();

    public override IReadOnlyList<string> Forms { get; } = ["order", "added", "line:…", "category:…"];

    protected override DiscountTarget? Parse(string word, string? id) =>
        (word, id) switch
        {
            ("order", null) => new DiscountTarget.Order(),
            ("added", null) => new DiscountTarget.Added(),
            ("line", { } line) => new DiscountTarget.Line(line),
            ("category", { } category) => new DiscountTarget.Category(category),
            _ => null,
        };

    protected override string Format(DiscountTarget value) =>
        value switch
        {
            DiscountTarget.Order => "order",
            DiscountTarget.Added => "added",
            DiscountTarget.Line line => $"line:{line.Name}",
            DiscountTarget.Category category => $"category:{category.Id}",
            _ => throw new InvalidOperationException($"A discount is not on {value.GetType()}."),
        };
}

/// <summary>What a percentage price is taken of.</summary>
internal sealed class PercentageBaseNotation : ReferenceNotation<PercentageBase>
{
    public static readonly PercentageBaseNotation Instance = new();

    public override PercentageBase Fallback { get; } = new PercentageBase.OtherLines();

    public override IReadOnlyList<string> Forms { get; } = ["line", "order", "line:…"];

    protected override PercentageBase? Parse(string word, string? id) =>
        (word, id) switch
        {
            ("line", null) => new PercentageBase.OwnLine(),
            ("order", null) => new PercentageBase.OtherLines(),
            ("line", { } line) => new PercentageBase.Line(line),
            _ => null,
        };

    protected override string Format(PercentageBase value) =>
        value switch
        {
            PercentageBase.OwnLine => "line",
            PercentageBase.OtherLines => "order",
            PercentageBase.Line line => $"line:{line.Name}",
            _ => throw new InvalidOperationException($"A percentage is not taken of {value.GetType()}."),
        };
}
