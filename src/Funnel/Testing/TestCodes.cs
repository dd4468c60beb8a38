namespace Funnel.Testing;

/// <summary>
/// The codes of what is wrong with a file of tests, and from FNL210 of what its funnel does otherwise than expected. They are
/// stable. What is wrong with how the file is written has the codes that it would have in a funnel.
/// </summary>
public static class TestCodes
{
    /// <summary>The tests are of another funnel.</summary>
    public const string OtherFunnel = "FNL200";

    /// <summary>The funnel has no such step.</summary>
    public const string UnknownStep = "FNL201";

    /// <summary>The funnel has no such offer.</summary>
    public const string UnknownOffer = "FNL202";

    /// <summary>No order can start so.</summary>
    public const string StartNotPossible = "FNL203";

    /// <summary>The file, or one of its properties, tests nothing.</summary>
    public const string TestsNothing = "FNL204";

    /// <summary>The walk is at another step.</summary>
    public const string Elsewhere = "FNL210";

    /// <summary>Something is refused, or is not, or for another reason.</summary>
    public const string Refused = "FNL211";

    /// <summary>Other offers are shown.</summary>
    public const string Offers = "FNL212";

    /// <summary>An offer moves the total by another amount.</summary>
    public const string Delta = "FNL213";

    /// <summary>The order comes to another amount.</summary>
    public const string Amount = "FNL214";

    /// <summary>The order has other lines, or a line is another.</summary>
    public const string Lines = "FNL215";

    /// <summary>Other answers fell away.</summary>
    public const string Dropped = "FNL216";

    /// <summary>A property is not true of all walks.</summary>
    public const string PropertyBroken = "FNL220";

    /// <summary>Whether a property is true of all walks cannot be told.</summary>
    public const string PropertyUndecided = "FNL221";
}
