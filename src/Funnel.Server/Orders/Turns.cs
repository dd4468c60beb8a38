namespace Funnel.Server.Orders;

/// <summary>Lets those who want the same order have it one after the other, in the order in which they came.</summary>
/// <remarks>
/// It spares them races, and guards nothing: the store does. So who has waited long, behind one whose store does not
/// answer, or does not want to wait any more, goes ahead.
/// </remarks>
/// <param name="patience">How long one waits at most.</param>
internal sealed class Turns(TimeSpan patience)
{
    private readonly Dictionary<string, Turn> _last = [];

    /// <returns>The turn, which is over when it is disposed of.</returns>
    public async ValueTask<IDisposable> Take(string order, CancellationToken cancellation)
    {
        var turn = new Turn(this, order);
        Turn? before;
        lock (_last)
        {
            before = _last.GetValueOrDefault(order);
            _last[order] = turn;
        }

        if (before is not null)
        {
            await before.Over.WaitAsync(patience, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return turn;
    }

    private sealed class Turn(Turns turns, string order) : IDisposable
    {
        // Whoever comes next goes on elsewhere: this one has a reply to write.
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Over => _over.Task;

        public void Dispose()
        {
            lock (turns._last)
            {
                if (turns._last.GetValueOrDefault(order) == this)
                {
                    turns._last.Remove(order);
                }
            }

            _over.SetResult();
        }
    }
}
