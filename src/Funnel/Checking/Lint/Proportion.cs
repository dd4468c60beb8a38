using System.Globalization;

namespace Funnel.Checking.Lint;

/// <summary>How large an amount is beside another.</summary>
internal static class Proportion
{
    /// <summary>In percent; null where there is nothing to hold it against.</summary>
    public static decimal? Of(Money? part, Money? whole) =>
        part is null || whole is null or { IsZero: true } ? null : 100m * part.Value.Minor / whole.Value.Minor;

    /// <summary><c>42 %</c>, rounded.</summary>
    public static string Say(decimal percent) => percent.ToString("0", CultureInfo.InvariantCulture) + " %";
}
