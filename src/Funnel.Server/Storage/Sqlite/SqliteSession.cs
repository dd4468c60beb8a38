using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>A connection with its statements, each compiled once, when it is first run. For one caller at a time.</summary>
/// <remarks>
/// Parameters are written <c>$1</c>, <c>$2</c>, … and given in that order. Moments are kept as milliseconds since 1970, UTC.
/// </remarks>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _compiled = [];

    /// <summary>Takes the right to write at once, so that no guard judges what another process then changes.</summary>
    public void Begin() => Run("BEGIN IMMEDIATE");

    public void Commit() => Run("COMMIT");

    /// <returns>How many rows were written.</returns>
    public int Run(string sql, params ReadOnlySpan<object?> values) => With(sql, values).ExecuteNonQuery();

    public IReadOnlyList<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        var all = new List<T>();
        using var row = With(sql, values).ExecuteReader();
        while (row.Read())
        {
            all.Add(read(row));
        }

        return all;
    }

    /// <returns>The default where there is no row.</returns>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var row = With(sql, values).ExecuteReader();
        return row.Read() ? read(row) : default;
    }

    /// <summary>Closes the connection; what was begun and not committed is undone.</summary>
    public void Dispose() => connection.Dispose();

    private SqliteCommand With(string sql, ReadOnlySpan<object?> values)
    {
        if (!_compiled.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            command.Prepare();
            _compiled.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] switch
            {
                null => DBNull.Value,
                DateTimeOffset moment => moment.ToUnixTimeMilliseconds(),
                ReadOnlyMemory<byte> bytes => bytes.ToArray(),
                var value => value,
            };
        }

        return command;
    }
}

internal static class SqliteRows
{
    public static DateTimeOffset Moment(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? MaybeMoment(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Moment(column);

    public static ReadOnlyMemory<byte> Bytes(this SqliteDataReader row, int column) =>
        row.GetFieldValue<byte[]>(column);
}
