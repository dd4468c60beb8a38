using Microsoft.Data.Sqlite;

namespace Funnel.Server.Storage.Sqlite;

/// <summary>Statements in few words.</summary>
internal static class SqliteCommands
{
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Compiles a statement once, to be run many times; it lives as long as its connection.</summary>
    public static SqliteCommand Prepare(
        this SqliteConnection connection,
        string sql,
        params ReadOnlySpan<string> parameters
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = parameter });
        }

        command.Prepare();
        return command;
    }

    /// <summary>Sets the parameters, in the order in which they were given to <see cref="Prepare" />.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }
}
