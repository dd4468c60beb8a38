using System.ComponentModel.DataAnnotations;

namespace Funnel.Server.Storage;

/// <summary>Where orders and funnel versions are kept; the configuration section <c>Storage</c>.</summary>
internal sealed class StorageOptions
{
    public const string Section = "Storage";

    [Required, AllowedValues("sqlite", ErrorMessage = "Storage:Provider must be sqlite.")]
    public string Provider { get; set; } = "sqlite";

    /// <summary>
    /// For SQLite a file, whose folder is made when it is missing. <c>Default Timeout</c> says how many seconds a call waits
    /// for another process that holds the file; 5 when it is not there.
    /// </summary>
    [Required]
    public string ConnectionString { get; set; } = "Data Source=data/funnel.db";
}
