using System.Globalization;

namespace Funnel;

/// <summary>A percentage from 0 to 1000 with at most four decimals. <c>default</c> is 0 %.</summary>
public readonly record struct Percent
{
    internal const int Decimals = 4;
    private const long UnitsPerPercent = 10_000;
    private const long UnitsPerWhole = 100 * UnitsPerPercent;

    private readonly long _units;

    /// <param name="value">0 to 1000, at most four decimals: <c>12.5m</c> is twelve and a half percent.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is outside those bounds.</exception>
    public Percent(decimal value)
    {
        if (value is < 0 or > 1000 || decimal.Round(value, Decimals) != value)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                "A percentage is 0 to 1000 with at most 4 decimals."
            );
        }

        _units = decimal.ToInt64(value * UnitsPerPercent);
    }

    public decimal Value => (decimal)_units / UnitsPerPercent;

    public bool IsZero => _units == 0;

    /// <summary>This percentage of an amount, rounded once.</summary>
    public Money Of(Money amount, Rounding rounding) =>
        new(Rounded.Scale(amount.Minor, _units, UnitsPerWhole, rounding));

    /// <summary>The part of an amount that is this percentage added to the rest of it (the tax in a price that includes it), rounded once.</summary>
    public Money Within(Money amount, Rounding rounding) =>
        new(Rounded.Scale(amount.Minor, _units, UnitsPerWhole + _units, rounding));

    /// <summary>The shortest text: <c>21</c>, <c>12.5</c>.</summary>
    public override string ToString() => Value.ToString("0.####", CultureInfo.InvariantCulture);
}
