namespace Funnel.Server.Storage.Sqlite;

/// <summary>A write that waits for its turn, and its caller with it.</summary>
internal abstract class SqliteWrite(CancellationToken cancellation)
{
    /// <summary>Set once its caller has given up; counts only until the writer takes the write.</summary>
    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Does the work inside the open transaction; may be called again when that was undone.</summary>
    public abstract void Apply(SqliteSession session);

    /// <summary>Tells the caller what <see cref="Apply" /> came to; only once it is durable.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);

    public abstract void Cancel();
}

internal sealed class SqliteWrite<T>(Func<SqliteSession, T> work, CancellationToken cancellation)
    : SqliteWrite(cancellation)
{
    // The caller goes on elsewhere: the writer's thread has the next batch to write.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Outcome => _outcome.Task;

    public override void Apply(SqliteSession session) => _result = work(session);

    public override void Complete() => _outcome.SetResult(_result);

    public override void Fail(Exception exception) => _outcome.SetException(exception);

    public override void Cancel() => _outcome.SetCanceled(Cancellation);
}
