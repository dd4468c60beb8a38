using System.Globalization;

namespace Funnel.Definitions.Json;

/// <summary>RFC 6901.</summary>
internal static class JsonPointer
{
    public static string Escape(string segment) =>
        segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>
    /// The value that a pointer names or, where the file does not have it, the nearest value around it: a default has no
    /// place of its own, and a short form has no place for its parts.
    /// </summary>
    public static Node Nearest(Node root, string pointer)
    {
        var node = root;
        foreach (var segment in pointer.Split('/').Skip(1).Select(Unescape))
        {
            var next = node switch
            {
                Node.Object { StandsForList: true } only when segment is "0" => only,
                Node.Object parent => parent[segment],
                Node.Array list when TryIndex(segment, out var index) && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
            {
                return node;
            }

            node = next;
        }

        return node;
    }

    private static bool TryIndex(string segment, out int index) =>
        int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    private static string Unescape(string segment) =>
        segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
