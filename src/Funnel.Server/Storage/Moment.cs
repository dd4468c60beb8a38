namespace Funnel.Server.Storage;

internal static class Moment
{
    /// <summary>A moment as stores keep it: to the millisecond, in UTC; what is finer is cut off.</summary>
    public static DateTimeOffset Kept(DateTimeOffset moment) =>
        DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds());
}
