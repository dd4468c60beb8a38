namespace Funnel.Server.Tests.Running;

/// <summary>For what comes true by itself, a moment later.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Asks until it is so, and gives what was asked for then.</summary>
    public static async Task<T> Becomes<T>(Func<Task<T>> ask, Func<T, bool> so)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var now = await ask();
            if (so(now))
            {
                return now;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"It is still {now}.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
