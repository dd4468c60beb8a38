using System.Globalization;

namespace Funnel.Definitions;

/// <summary>The price of one, in major units, with up to six decimals. <c>default</c> is nothing.</summary>
public readonly record struct UnitPrice(decimal Value)
{
    public const int MostDecimals = 6;
}

/// <summary>A value as JSON writes it: an operand of a test, an input, or what is known of a customer.</summary>
public abstract record Value
{
    private Value() { }

    /// <summary>Text, a date (<c>2026-12-01</c>), a time (<c>14:30</c>) or an id.</summary>
    public sealed record Text(string Content) : Value
    {
        public override string ToString() => Content;
    }

    /// <summary>An exact number.</summary>
    public sealed record Number(decimal Content) : Value
    {
        public override string ToString() => Content.ToString("G29", CultureInfo.InvariantCulture);
    }

    /// <summary>True or false.</summary>
    public sealed record Flag(bool Content) : Value
    {
        public override string ToString() => Content ? "true" : "false";
    }

    /// <summary>A list of texts.</summary>
    public sealed record List(IReadOnlyList<string> Content) : Value
    {
        public bool Equals(List? other) =>
            other is not null && Content.SequenceEqual(other.Content, StringComparer.Ordinal);

        public override int GetHashCode() => Content.Count;

        public override string ToString() => string.Join(", ", Content);
    }
}

/// <summary>A text for people in one language, or in each of the funnel's.</summary>
public sealed record Text
{
    /// <summary>A text that is the same in every language.</summary>
    public Text(string everywhere) => Everywhere = everywhere;

    public Text(IReadOnlyDictionary<string, string> byLocale) => ByLocale = byLocale;

    public string? Everywhere { get; }

    public IReadOnlyDictionary<string, string>? ByLocale { get; }

    /// <param name="locale">One of the funnel's locales.</param>
    public string In(string locale) => Everywhere ?? ByLocale![locale];
}

/// <summary>The choices of one option that another choice goes with.</summary>
public sealed record ChoiceIds(IReadOnlyList<string> Ids);

/// <summary>The rates of a tax category by country.</summary>
public sealed record TaxRates(IReadOnlyDictionary<string, Percent> ByCountry);

internal static class Empty<T>
{
    public static readonly IReadOnlyDictionary<string, T> Entries = new Dictionary<string, T>();
}
