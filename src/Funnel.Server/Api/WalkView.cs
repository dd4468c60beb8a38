namespace Funnel.Server.Api;

/// <summary>Where a walk led to that was tried out.</summary>
/// <param name="Order">The order as it would be. Its id opens nothing, and its funnel is of version 0; <c>dropped</c> is what fell away with the last action.</param>
/// <param name="Funnel">The funnel as it would be listed.</param>
/// <param name="Asked">The step that was to be shown, as <c>GET …/answers/{step}</c> shows it; null where none was.</param>
public sealed record WalkView(OrderView Order, FunnelView Funnel, AnsweredStepView? Asked);
