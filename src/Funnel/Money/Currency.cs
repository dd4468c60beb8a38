using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Funnel;

/// <summary>A currency of ISO 4217 (active codes of list one, funds and metals left out).</summary>
public sealed record Currency
{
    private const string Codes =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLF CLP CNY COP "
        + "CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD "
        + "IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
        + "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP "
        + "SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG "
        + "XOF XPF YER ZAR ZMW ZWG";

    internal static IReadOnlyList<string> AllCodes { get; } = Codes.Split(' ');

    private static readonly FrozenDictionary<string, Currency> All = AllCodes.ToFrozenDictionary(
        code => code,
        code => new Currency(code, DecimalsOf(code))
    );

    private Currency(string code, int decimals)
    {
        Code = code;
        Decimals = decimals;
        MinorFormat = decimals switch
        {
            3 => "D3",
            4 => "D4",
            _ => "D2",
        };
        MinorPerMajor = decimals switch
        {
            0 => 1,
            2 => 100,
            3 => 1_000,
            _ => 10_000,
        };
    }

    /// <summary>Three capitals: <c>EUR</c>.</summary>
    public string Code { get; }

    /// <summary>How many decimals the minor unit is: EUR 2, JPY 0, KWD 3.</summary>
    public int Decimals { get; }

    /// <summary>How the minor units after the point are written, with their leading zeros; there are none where <see cref="Decimals"/> is 0.</summary>
    public string MinorFormat { get; }

    internal int MinorPerMajor { get; }

    public static bool TryFind(string code, [NotNullWhen(true)] out Currency? currency) =>
        All.TryGetValue(code, out currency);

    public override string ToString() => Code;

    private static int DecimalsOf(string code) =>
        code switch
        {
            "BIF"
            or "CLP"
            or "DJF"
            or "GNF"
            or "ISK"
            or "JPY"
            or "KMF"
            or "KRW"
            or "PYG"
            or "RWF"
            or "UGX"
            or "VND"
            or "VUV"
            or "XAF"
            or "XOF"
            or "XPF" => 0,
            "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
            "CLF" => 4,
            _ => 2,
        };
}
