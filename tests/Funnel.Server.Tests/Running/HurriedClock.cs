namespace Funnel.Server.Tests.Running;

/// <summary>The system's clock with timers that take a thirtieth of their time: 15 seconds are half a second.</summary>
public sealed class HurriedClock : TimeProvider
{
    private const int Times = 30;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, Hurried(dueTime), Hurried(period));

    private static TimeSpan Hurried(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Times;
}
