using System.Globalization;

namespace Funnel.Pricing;

/// <summary>The name of a line that finds the one it asks for taken: <c>pens-2</c> for <c>pens</c>, then <c>pens-3</c>, …</summary>
internal static class NumberedName
{
    public const int First = 2;

    public static string Of(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");

    /// <summary>Whether a name is some other's with a number, which <paramref name="stem" /> is then.</summary>
    public static bool TrySplit(string name, out string stem, out int number)
    {
        var dash = name.LastIndexOf('-');
        stem = dash < 0 ? name : name[..dash];
        var digits = name.AsSpan(dash + 1);
        number = 0;
        return dash > 0
            && !digits.StartsWith("0", StringComparison.Ordinal)
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number >= First;
    }
}
