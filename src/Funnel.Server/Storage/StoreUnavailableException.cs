namespace Funnel.Server.Storage;

/// <summary>The store cannot be reached, or cannot do what was asked now: read-only, full, locked, broken.</summary>
/// <remarks>
/// Nothing about the request is wrong, and trying again later may well succeed. What it says of a write, see
/// <see cref="IStore" />.
/// </remarks>
internal sealed class StoreUnavailableException(string message, Exception? innerException = null)
    : Exception(message, innerException);
