namespace Funnel.Server.Events;

/// <summary>Tells whoever waits that this instance has written an event, so that they need not look ever so often.</summary>
internal sealed class NewEvents
{
    private TaskCompletionSource? _next;

    /// <summary>Completes with the next event. To miss none, take it before looking for events.</summary>
    public Task Next
    {
        get
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
        }
    }

    public void Tell() => Interlocked.Exchange(ref _next, null)?.SetResult();
}
