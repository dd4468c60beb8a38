namespace Funnel.Server.Storage;

internal static class Lease
{
    /// <summary>No lease is taken for longer. Many times as long as they are, so that clocks may differ by seconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
}
