using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Api;

/// <summary>An order's revision as HTTP's entity tag.</summary>
internal static class Revisions
{
    public static string ETag(long revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>Reads <c>If-Match</c>: which revisions it allows.</summary>
    /// <returns>False where the header is no list of entity tags.</returns>
    public static bool TryReadIfMatch(string? header, [NotNullWhen(true)] out Func<long, bool>? matches)
    {
        if (header is null)
        {
            matches = static _ => true;
            return true;
        }

        if (!EntityTagHeaderValue.TryParseStrictList([header], out var tags))
        {
            matches = null;
            return false;
        }

        matches = revision =>
            tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag == ETag(revision)));
        return true;
    }
}
