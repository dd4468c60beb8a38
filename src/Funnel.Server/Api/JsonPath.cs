using System.Text;
using Funnel.Definitions.Json;

namespace Funnel.Server.Api;

/// <summary>The serializer's way to say where: <c>$.accept[0].options['a b']</c>.</summary>
internal static class JsonPath
{
    /// <summary>The same as a JSON Pointer (RFC 6901): <c>/accept/0/options/a b</c>.</summary>
    public static string ToPointer(string? path)
    {
        var pointer = new StringBuilder();
        var rest = path.AsSpan().TrimStart('$');
        while (!rest.IsEmpty)
        {
            var (begin, end, next) = rest switch
            {
                ['[', '\'', ..] => (2, EndOfQuoted(rest), 2),
                ['[', ..] => (1, rest.IndexOf(']'), 1),
                _ => (1, rest[1..].IndexOfAny('.', '[') + 1, 0),
            };
            if (end < begin)
            {
                (end, next) = (rest.Length, 0);
            }

            pointer.Append('/').Append(JsonPointer.Escape(rest[begin..end].ToString()));
            rest = rest[(end + next)..];
        }

        return pointer.ToString();
    }

    /// <summary>A quoted name is not escaped, so its end is a quote and a bracket that something can follow.</summary>
    private static int EndOfQuoted(ReadOnlySpan<char> rest)
    {
        for (var i = 2; i < rest.Length - 1; i++)
        {
            if (rest[i..] is ['\'', ']'] or ['\'', ']', '.' or '[', ..])
            {
                return i;
            }
        }

        return -1;
    }
}
