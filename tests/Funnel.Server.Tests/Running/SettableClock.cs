namespace Funnel.Server.Tests.Running;

/// <summary>A clock that stands still until it is told to move.</summary>
public sealed class SettableClock : TimeProvider
{
    /// <summary>Where it stands at first: a Monday in June, at noon in UTC.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private long _ticks = Noon.Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
