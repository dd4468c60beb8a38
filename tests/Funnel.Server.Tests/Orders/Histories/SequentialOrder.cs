using Funnel.Orders;
using Funnel.Server.Api;
using Funnel.Server.Events;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>
/// What calls come to that are made one after the other: the pure parts of the server, without its store, its memory and
/// its races. It is what a history of calls made at once is held against.
/// </summary>
internal static class SequentialOrder
{
    /// <param name="order">One whose shopper asked for a language, so that all replies are in it.</param>
    /// <param name="at">The moment at which it is done.</param>
    public static Done Do(this KeptOrder order, Asked asked, DateTimeOffset at)
    {
        if (asked.IfMatch is { } revision && revision != order.Revision)
        {
            return new(Refused(Problems.StaleRevision(View(order, at)), order), order, null);
        }

        switch (asked.DoTo(order.Order, at))
        {
            case Outcome.Changed changed:
                var next = order with { Revision = order.Revision + 1, Order = changed.Order };
                return new(
                    Shown(View(next, at, changed.Dropped)),
                    next,
                    next.Happened(TypeOf(changed.Change), asked.Step, at)
                );
            case Outcome.Refused refused:
                return new(Refused(Problems.Of(refused.Refusal, View(order, at)), order), order, null);
            default:
                return new(Shown(View(order, at)), order, null);
        }
    }

    private static string TypeOf(OrderChange change) =>
        change switch
        {
            OrderChange.Answered => EventTypes.StepAnswered,
            OrderChange.Revised => EventTypes.OrderRevised,
            OrderChange.Completed => EventTypes.OrderCompleted,
            OrderChange.Cancelled => EventTypes.OrderCancelled,
            _ => throw new InvalidOperationException($"Nobody asks for {change}."),
        };

    private static OrderView View(KeptOrder order, DateTimeOffset at, IReadOnlyList<DroppedAnswer>? dropped = null) =>
        OrderViews.Of(order, order.Order.Walk.Start.Locale, at, dropped);

    private static Told Shown(OrderView view) => new(200, view.Revision, WireJson.Of(view));

    private static Told Refused(ProblemResult problem, KeptOrder order) =>
        new(problem.Value.Status, order.Revision, WireJson.Of(problem.Value));
}

/// <summary>What came of a call.</summary>
/// <param name="After">The order after it: the same one where the call changed nothing.</param>
/// <param name="Happened">What is kept of a change; null where there was none.</param>
internal sealed record Done(Told Told, KeptOrder After, StoredEvent? Happened);
