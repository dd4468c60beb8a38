using System.ComponentModel.DataAnnotations;

namespace Funnel.Server.Funnels;

/// <summary>Which funnels are published at start; the configuration section <c>Funnels</c>.</summary>
internal sealed class FunnelsOptions
{
    public const string Section = "Funnels";

    /// <summary>The folder whose <c>*.json</c> are published, <c>*.tests.json</c> and <c>*.schema.json</c> aside.</summary>
    [Required]
    public string Directory { get; set; } = "funnels";
}
