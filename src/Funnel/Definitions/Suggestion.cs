namespace Funnel.Definitions;

/// <summary>Finds what someone who mistyped a name probably meant.</summary>
internal static class Suggestion
{
    // A name longer than this is no slip of the finger, and comparing it would cost more than it helps.
    private const int Longest = 64;

    /// <summary>The known name nearest to the one written; null where none is near.</summary>
    public static string? For(string written, IEnumerable<string> known)
    {
        if (written.Length > Longest)
        {
            return null;
        }

        string? nearest = null;
        var least = int.MaxValue;
        foreach (var name in known)
        {
            var distance = Distance(written, name);
            if (distance < least && distance <= Slips(Math.Min(written.Length, name.Length)))
            {
                (nearest, least) = (name, distance);
            }
        }

        return nearest;
    }

    /// <summary><c> Did you mean "title"?</c>, or nothing.</summary>
    public static string Sentence(string written, IEnumerable<string> known) =>
        For(written, known) is { } meant ? $" Did you mean \"{meant}\"?" : "";

    /// <summary>How many slips leave a name of so many characters recognisable.</summary>
    private static int Slips(int length) => length <= 3 ? 1 : Math.Max(2, length / 3);

    /// <summary>Edits from one to the other, upper and lower case being the same (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > Longest || b.Length > Longest)
        {
            return int.MaxValue;
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
