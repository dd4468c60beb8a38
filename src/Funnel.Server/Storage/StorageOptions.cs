using System.ComponentModel.DataAnnotations;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Funnel.Server.Storage;

/// <summary>Where orders and funnel versions are kept; the configuration section <c>Storage</c>.</summary>
internal sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    [Required, AllowedValues(Sqlite, Postgres, ErrorMessage = "Storage:Provider must be sqlite or postgres.")]
    public string Provider { get; set; } = Sqlite;

    /// <summary>
    /// For SQLite a file, whose folder is made when it is missing. <c>Default Timeout</c> says how many seconds a call waits
    /// for another process that holds the file; 5 when it is not there. For PostgreSQL a database, as Npgsql writes it:
    /// <c>Host=db;Database=funnel;Username=funnel;Password=…</c>; of several hosts it is kept at the one that is the primary.
    /// </summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/funnel.db";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var (named, example) =
            Provider == Postgres
                ? (NamesAHost(ConnectionString), "Host=db;Database=funnel;Username=funnel;Password=…")
                : (NamesAFile(ConnectionString), "Data Source=data/funnel.db");
        if (!named)
        {
            // What it says instead is not repeated: it may hold a password.
            yield return new($"Storage:ConnectionString must be as in {example}");
        }
    }

    private static bool NamesAHost(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool NamesAFile(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
