using System.Globalization;

namespace Funnel.Definitions.Notations;

/// <summary>A number written in digits with a point, if any: no exponent, no plus, no spaces, no needless zero before it.</summary>
/// <param name="WholeDigits">How many digits stand before the point.</param>
/// <param name="Decimals">How many digits are written after the point.</param>
internal readonly record struct PlainDecimal(string Text, int WholeDigits, int Decimals)
{
    public static readonly TextForm Form = new(@"-?(?<whole>0|[1-9][0-9]*)(\.(?<decimals>[0-9]+))?");

    /// <summary>As many significant digits as any <see cref="decimal"/> keeps exactly.</summary>
    public const int MostDigits = 28;

    public bool IsNegative => Text[0] == '-';

    /// <summary>Exact as long as there are no more than <see cref="MostDigits"/> digits.</summary>
    public decimal Value =>
        decimal.Parse(
            Text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture
        );

    public static bool TryParse(string text, out PlainDecimal number)
    {
        var match = Form.Match(text);
        number = match.Success ? new(text, match.Groups["whole"].Length, match.Groups["decimals"].Length) : default;
        return match.Success;
    }
}
