using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Machine.Diagrams;

namespace Funnel.Server.Api;

/// <summary>A funnel to be drawn: what <c>GET …/graph</c> gives as text, with the place in the file of each part.</summary>
public sealed record PictureView
{
    /// <summary>The funnel's name, in its first language, as all texts here are.</summary>
    public required string Title { get; init; }

    /// <summary>In the file's order; walks begin at the first.</summary>
    public required IReadOnlyList<PicturedStepView> Steps { get; init; }

    /// <summary>At most one from a step to another.</summary>
    public required IReadOnlyList<PicturedWayView> Ways { get; init; }

    internal static PictureView? Of(CheckReport report)
    {
        if (report.Machine is not { } machine)
        {
            return null;
        }

        var diagram = new Diagram(machine);
        return new()
        {
            Title = diagram.Title,
            Steps = [.. diagram.States.Select(PicturedStepView.Of)],
            Ways = [.. diagram.Arrows.Select(way => new PicturedWayView(way.From.Id, way.To?.Id, way.Labels))],
        };
    }
}

/// <summary>A step in a picture.</summary>
public sealed record PicturedStepView
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its heading.</summary>
    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public required StepKind Kind { get; init; }

    /// <summary>The condition on which it is shown, in plain words; null where it has none.</summary>
    public required string? When { get; init; }

    /// <summary>JSON Pointer (RFC 6901) to it in the file.</summary>
    public required string Pointer { get; init; }

    /// <summary>What it offers; empty of a form.</summary>
    public required IReadOnlyList<PicturedOfferView> Offers { get; init; }

    /// <summary>What it asks; empty of all but a form.</summary>
    public required IReadOnlyList<PicturedFieldView> Fields { get; init; }

    internal static PicturedStepView Of(DiagramState step)
    {
        var pointer = Site.Of("/steps", step.State.Index);
        return new()
        {
            Id = step.State.Id,
            Title = step.Title,
            Kind = step.State.Definition.Kind,
            When = step.When,
            Pointer = pointer,
            Offers = Site.Items(
                step.Offers,
                $"{pointer}/offers",
                (one, at) => new PicturedOfferView(one.Offer.Id, one.Title, one.When, at)
            ),
            Fields = Site.Items(
                step.Fields,
                $"{pointer}/fields",
                (one, at) => new PicturedFieldView(one.Field.Id, one.Label, at)
            ),
        };
    }
}

/// <summary>An offer in a picture.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="When">The condition on which it is shown, in plain words; null where it has none.</param>
/// <param name="Pointer">JSON Pointer to it in the file.</param>
public sealed record PicturedOfferView(string Id, string Title, string? When, string Pointer);

/// <summary>A form's field in a picture.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Pointer">JSON Pointer to it in the file.</param>
public sealed record PicturedFieldView(string Id, string Label, string Pointer);

/// <summary>What leads from a step to another.</summary>
/// <param name="From">The step's id.</param>
/// <param name="To">The other's id; null at the end.</param>
/// <param name="Labels">On what, a line each: <c>accept</c>, <c>decline when order.subtotal ≥ 40.00</c>, <c>pass otherwise</c>.</param>
public sealed record PicturedWayView(string From, string? To, IReadOnlyList<string> Labels);
