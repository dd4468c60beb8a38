namespace Funnel.Server.Events;

/// <summary>What can happen to an order, as the outside world is told; the one list.</summary>
internal static class EventTypes
{
    public const string OrderStarted = "order.started";
    public const string StepAnswered = "step.answered";
    public const string OrderRevised = "order.revised";
    public const string OrderCompleted = "order.completed";
    public const string OrderCancelled = "order.cancelled";
    public const string OrderExpired = "order.expired";
    public const string OrderAbandoned = "order.abandoned";

    public static IReadOnlyList<string> All { get; } =
    [OrderStarted, StepAnswered, OrderRevised, OrderCompleted, OrderCancelled, OrderExpired, OrderAbandoned];
}
