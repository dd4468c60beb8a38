using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Orders;
using Order = Funnel.Orders.Order;

namespace Funnel.Server.Api;

/// <summary>An order that is kept nowhere: what comes of it is what would come of a real one, told in the same words.</summary>
internal sealed class TriedOrder
{
    private const string Id = "ord_try";

    // Of a version that no funnel has.
    private const int Version = 0;

    private readonly HttpRequest _request;
    private readonly DateTimeOffset _at;
    private KeptOrder _order;
    private IReadOnlyList<DroppedAnswer> _dropped = [];

    /// <param name="localeAsked">Whether the start asked for its language.</param>
    public TriedOrder(FunnelMachine machine, Start start, bool localeAsked, HttpRequest request)
    {
        _request = request;
        _at = start.At;
        _order = new()
        {
            Id = Id,
            Revision = 1,
            Funnel = new(machine.Definition.Id, Version, machine),
            TokenHash = [],
            LocaleAsked = localeAsked,
            Order = Order.Begin(machine, start),
        };
    }

    public OrderView View => OrderViews.Of(_order, Locale, _at, _dropped);

    private string Locale => Languages.Of(_order, _request);

    /// <summary>Does something to it, at the moment of its start.</summary>
    /// <returns>Why it was not done; null where it was, or was so already.</returns>
    public ProblemResult? Do(WalkActionRequest action)
    {
        _dropped = [];
        if (!action.TryRead(_order.Funnel.Machine.Definition.Currency, out var act, out var problem))
        {
            return problem;
        }

        switch (act(_order.Order, _at))
        {
            case Outcome.Changed changed:
                _order = _order with { Order = changed.Order, Revision = _order.Revision + 1 };
                _dropped = changed.Dropped;
                break;
            case Outcome.Refused refused:
                return Problems.Of(refused.Refusal, null);
        }

        return null;
    }

    /// <summary>Shows an answered step with its answer.</summary>
    /// <returns>It, or why it cannot be shown; neither where none is to be.</returns>
    public (AnsweredStepView? Asked, ProblemResult? Problem) Show(string? step) =>
        step is null ? (null, null)
        : _order.Order.TryFindAnswer(step, _at, out var answered, out var refusal)
            ? (OrderViews.Of(_order, answered, Locale, _at), null)
        : (null, Problems.Of(refusal, View));
}
