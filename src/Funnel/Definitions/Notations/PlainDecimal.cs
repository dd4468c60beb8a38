using System.Globalization;

namespace Funnel.Definitions.Notations;

/// <summary>A number written in digits with a point, if any: no exponent, no plus, no spaces, no needless zero before it.</summary>
/// <param name="WholeDigits">How many digits stand before the point.</param>
/// <param name="Decimals">How many digits are written after the point.</param>
internal readonly record struct PlainDecimal(string Text, int WholeDigits, int Decimals)
{
    /// <summary>As many significant digits as any <see cref="decimal"/> keeps exactly.</summary>
    public const int MostDigits = 28;

    public static readonly TextForm Form = new(@"-?(0|[1-9][0-9]*)(\.[0-9]+)?");

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
        if (!Form.IsMatch(text))
        {
            number = default;
            return false;
        }

        var sign = text[0] == '-' ? 1 : 0;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        number = point < 0 ? new(text, text.Length - sign, 0) : new(text, point - sign, text.Length - point - 1);
        return true;
    }
}
