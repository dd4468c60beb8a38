namespace Funnel.Server.Events.Webhooks;

/// <summary>When an event that could not be delivered is tried again: soon, then ever later, and after 24 hours no more.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
        TimeSpan.FromHours(8),
    ];

    /// <summary>
    /// Each delay is up to a fifth shorter or longer, so that events that failed together do not come back together. Not
    /// more than that (as with "full jitter", from zero up): few senders share a receiver, and the 24 hours are to be used.
    /// </summary>
    /// <param name="attempts">How many there were, all failed; 1 or more.</param>
    /// <param name="failingFor">How long ago the first of them was.</param>
    /// <returns>The delay from now; null when the 24 hours are over. The last attempt is made as they end.</returns>
    public static TimeSpan? After(int attempts, TimeSpan failingFor, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        if (failingFor >= Patience)
        {
            return null;
        }

        var delay = Delays[Math.Min(attempts, Delays.Length) - 1] * (0.8 + 0.4 * random.NextDouble());
        var left = Patience - failingFor;
        return delay < left ? delay : left;
    }
}
