using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;
using static Npgsql.PostgresErrorCodes;

namespace Funnel.Server.Storage.Postgres;

internal static class PostgresOutage
{
    // The first two characters of SQLSTATE: connections, resources, operators, the system, who may come in, rollbacks, damage.
    private static readonly string[] Classes = ["08", "53", "57", "58", "28", "40", "XX"];

    /// <summary>Whether the server, its disk or the way to it is at fault. If not, it is what was asked of it.</summary>
    public static bool Is(Exception exception) =>
        exception switch
        {
            PostgresException { SqlState: var state } => Classes.Contains(state[..2])
                || state
                    is LockNotAvailable
                        or ReadOnlySqlTransaction
                        or InvalidCatalogName
                        or InsufficientPrivilege
                        or UndefinedTable,
            _ => exception
                is StoreUnavailableException
                    or NpgsqlException
                    or ObjectDisposedException
                    or SocketException
                    or TimeoutException
                    or IOException
                    or AuthenticationException,
        };

    /// <summary>
    /// Whether only this connection or transaction was lost, so that another may do. Waiting once more for a server that let
    /// its time pass would only make the caller wait longer.
    /// </summary>
    public static bool MayPassAtOnce(Exception exception) =>
        exception switch
        {
            PostgresException { SqlState: var state } => state
                is AdminShutdown
                    or CrashShutdown
                    or SerializationFailure
                    or DeadlockDetected
                    or ReadOnlySqlTransaction,
            NpgsqlException { InnerException: var cause } => cause is IOException or SocketException,
            _ => false,
        };

    /// <summary>
    /// Whether connections that still work lead to the wrong place: a server that has become a standby, a database that was
    /// put back. Connections that broke are cleared away by the client library.
    /// </summary>
    public static bool CallsForNewConnections(Exception exception) =>
        exception is PostgresException { SqlState: ReadOnlySqlTransaction or UndefinedTable };
}
