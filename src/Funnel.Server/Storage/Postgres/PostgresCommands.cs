using Npgsql;
using NpgsqlTypes;

namespace Funnel.Server.Storage.Postgres;

/// <summary>Statements in few words. A connection prepares those that it sees again.</summary>
internal static class PostgresCommands
{
    /// <param name="values">Of <c>$1</c>, <c>$2</c>, …; moments are cut off to what is kept of them.</param>
    public static NpgsqlCommand Command(
        this NpgsqlConnection connection,
        string sql,
        params ReadOnlySpan<object?> values
    )
    {
        // No time of the client library's, which cancels: PostgresDatabase has its own.
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
        {
            command.Parameters.Add(
                value switch
                {
                    string text => new NpgsqlParameter<string> { TypedValue = text },
                    long number => new NpgsqlParameter<long> { TypedValue = number },
                    int number => new NpgsqlParameter<int> { TypedValue = number },
                    DateTimeOffset moment => new NpgsqlParameter<DateTimeOffset> { TypedValue = Moment.Kept(moment) },
                    ReadOnlyMemory<byte> bytes => new NpgsqlParameter<ReadOnlyMemory<byte>> { TypedValue = bytes },
                    ulong transaction => new NpgsqlParameter<ulong>
                    {
                        TypedValue = transaction,
                        NpgsqlDbType = NpgsqlDbType.Xid8,
                    },
                    _ => new NpgsqlParameter { Value = value ?? DBNull.Value },
                }
            );
        }

        return command;
    }

    public static async Task<IReadOnlyList<T>> All<T>(
        this NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation,
        params object?[] values
    )
    {
        await using var command = connection.Command(sql, values);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var all = new List<T>();
        while (await row.ReadAsync(cancellation))
        {
            all.Add(read(row));
        }

        return all;
    }

    /// <returns>The default where there is no row.</returns>
    public static async Task<T?> First<T>(
        this NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation,
        params object?[] values
    )
    {
        await using var command = connection.Command(sql, values);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? read(row) : default;
    }

    public static DateTimeOffset? MaybeMoment(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
