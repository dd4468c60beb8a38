using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Funnel.Server.Api;

/// <summary>An order's revision as HTTP's entity tag.</summary>
internal static class Revisions
{
    public static string ETag(long revision) => EntityTags.Of(revision.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads <c>If-Match</c>: which revisions it allows.</summary>
    /// <returns>False where the header is no list of entity tags.</returns>
    public static bool TryReadIfMatch(string? header, [NotNullWhen(true)] out Func<long, bool>? matches)
    {
        matches = null;
        if (!EntityTags.TryReadIfMatch(header, out var named))
        {
            return false;
        }

        matches = named is null ? static _ => true : revision => named(revision.ToString(CultureInfo.InvariantCulture));
        return true;
    }
}
