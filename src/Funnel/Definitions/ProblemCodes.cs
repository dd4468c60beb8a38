namespace Funnel.Definitions;

/// <summary>The codes of what strict reading finds. Those from FNL010 on belong to the checks of what was read.</summary>
public static class ProblemCodes
{
    /// <summary>The text is not JSON: malformed, not UTF-8, or nested too deep. Nothing else of the file is judged.</summary>
    public const string NotJson = "FNL001";

    /// <summary>A property that the format does not know.</summary>
    public const string UnknownProperty = "FNL002";

    /// <summary>A property that must be there is not.</summary>
    public const string MissingProperty = "FNL003";

    /// <summary>Another type of JSON value is expected here.</summary>
    public const string WrongType = "FNL004";

    /// <summary>One object has the same key twice.</summary>
    public const string DuplicateKey = "FNL005";

    /// <summary>A value that is not of its format or out of its range.</summary>
    public const string InvalidValue = "FNL006";

    /// <summary>Two siblings have the same id.</summary>
    public const string DuplicateId = "FNL007";

    /// <summary>A text does not have exactly the languages of <c>locales</c>.</summary>
    public const string LocaleMismatch = "FNL008";

    /// <summary>An amount has more decimals than the currency, or a price of one more than six.</summary>
    public const string TooManyDecimals = "FNL009";
}
