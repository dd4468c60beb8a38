using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Funnel.Server.Storage.Sqlite;

internal static class SqliteOutage
{
    /// <summary>Whether the file or its disk is at fault. If not, it is what was asked of it.</summary>
    public static bool Is(Exception exception) =>
        exception
            is StoreUnavailableException
                or SqliteException
                {
                    SqliteErrorCode: not (
                        SQLITE_ERROR
                        or SQLITE_TOOBIG
                        or SQLITE_CONSTRAINT
                        or SQLITE_MISMATCH
                        or SQLITE_MISUSE
                        or SQLITE_RANGE
                    )
                };
}
