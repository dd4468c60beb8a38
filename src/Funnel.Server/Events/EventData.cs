using System.Text.Json.Serialization;
using Funnel.Orders;
using Funnel.Server.Orders;

namespace Funnel.Server.Events;

/// <summary>What is told of something that happened to an order: how the order was right after it.</summary>
/// <remarks>Kept as it is told, so that it is the same however often and however late it is told.</remarks>
public sealed record EventData
{
    /// <summary>The order's id.</summary>
    public required string Order { get; init; }

    /// <summary>The order's revision since: an order's events have 1, 2, 3, … without gaps.</summary>
    public required long Revision { get; init; }

    /// <summary>The funnel's id.</summary>
    public required string Funnel { get; init; }

    /// <summary>The version of the funnel that the order started with and keeps.</summary>
    public required int FunnelVersion { get; init; }

    /// <summary>Whether the order could still change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required OrderStatus Status { get; init; }

    /// <summary>The step that was answered, or gone back to; with <c>step.answered</c> and <c>order.revised</c> only, and left out where the inputs of the start were changed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Step { get; init; }

    /// <summary>The step that the walk had reached; left out at its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reached { get; init; }

    /// <summary>ISO 4217 code of all amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>The order's total in major units.</summary>
    public required string Total { get; init; }

    /// <summary>What was in the order; with <c>order.completed</c> and <c>order.abandoned</c> only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EventLine>? Lines { get; init; }

    internal static EventData Of(KeptOrder kept, string type, string? step)
    {
        var walk = kept.Order.Walk;
        var currency = walk.Machine.Definition.Currency;
        return new()
        {
            Order = kept.Id,
            Revision = kept.Revision,
            Funnel = kept.Funnel.Id,
            FunnelVersion = kept.Funnel.Version,
            Status = kept.Order.Status,
            Step = step,
            Reached = walk.Current?.Id,
            Currency = currency.Code,
            Total = walk.Basket.Total.ToText(currency),
            Lines = type is EventTypes.OrderCompleted or EventTypes.OrderAbandoned
                ?
                [
                    .. walk.Basket.Lines.Select(line => new EventLine
                    {
                        Id = line.Name,
                        Product = line.Product.Id,
                        Name = line.Product.Name.In(walk.Start.Locale),
                        Quantity = line.Quantity,
                        Options = line.Options.ToDictionary(chosen => chosen.Option.Id, chosen => chosen.Choice.Id),
                        Net = line.Net.ToText(currency),
                    }),
                ]
                : null,
        };
    }
}

/// <summary>A line of an order.</summary>
public sealed record EventLine
{
    /// <summary>Its id within the order.</summary>
    public required string Id { get; init; }

    /// <summary>The product's id.</summary>
    public required string Product { get; init; }

    /// <summary>The product's name, in the order's language.</summary>
    public required string Name { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }

    /// <summary>Option id to chosen id.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>What it comes to in major units, discounts included.</summary>
    public required string Net { get; init; }
}
