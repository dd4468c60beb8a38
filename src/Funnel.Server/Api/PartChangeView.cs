using System.Text.Json.Serialization;
using Funnel.Comparing;

namespace Funnel.Server.Api;

/// <summary>What became of a step, or of an offer of it.</summary>
/// <param name="Step">The step's id; where an offer moved, of the step that it is at now.</param>
/// <param name="Offer">The offer's id; null where it is the step.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "change")]
[JsonDerivedType(typeof(Added), "added")]
[JsonDerivedType(typeof(Removed), "removed")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Changed), "changed")]
public abstract record PartChangeView(
    [property: JsonPropertyOrder(-1)] string Step,
    [property: JsonPropertyOrder(-1)] string? Offer
)
{
    internal static PartChangeView Of(PartChange part) =>
        part switch
        {
            PartChange.Added added => new Added(part.Step, part.Offer, added.After),
            PartChange.Moved moved => new Moved(part.Step, part.Offer, moved.From, moved.After),
            PartChange.Changed changed => new Changed(
                part.Step,
                part.Offer,
                [.. changed.Properties.Select(PropertyChangeView.Of)]
            ),
            _ => new Removed(part.Step, part.Offer),
        };

    /// <summary>It is new.</summary>
    /// <param name="After">What comes before it in the file; null where it is the first.</param>
    public sealed record Added(string Step, string? Offer, string? After) : PartChangeView(Step, Offer);

    /// <summary>It is gone.</summary>
    public sealed record Removed(string Step, string? Offer) : PartChangeView(Step, Offer);

    /// <summary>It stands elsewhere.</summary>
    /// <param name="From">For an offer, the step that it was at; of a step, what it came after, null where it was the first.</param>
    /// <param name="After">What comes before it now; null where it is the first.</param>
    public sealed record Moved(string Step, string? Offer, string? From, string? After) : PartChangeView(Step, Offer);

    /// <summary>It does something else.</summary>
    /// <param name="Properties">What is written otherwise.</param>
    public sealed record Changed(string Step, string? Offer, IReadOnlyList<PropertyChangeView> Properties)
        : PartChangeView(Step, Offer);
}
