using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Api;

/// <summary>HTTP's way to say which state of something is meant (RFC 9110, section 8.8.3).</summary>
internal static class EntityTags
{
    public static string Of(string state) => $"\"{state}\"";

    /// <summary>Reads <c>If-Match</c>: which states it allows. Null where it is not there.</summary>
    /// <returns>False where the header is no list of entity tags.</returns>
    public static bool TryReadIfMatch(string? header, out Func<string, bool>? matches)
    {
        matches = null;
        if (header is null)
        {
            return true;
        }

        if (!EntityTagHeaderValue.TryParseStrictList([header], out var tags))
        {
            return false;
        }

        matches = state =>
            tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || (!tag.IsWeak && tag.Tag == Of(state)));
        return true;
    }
}
