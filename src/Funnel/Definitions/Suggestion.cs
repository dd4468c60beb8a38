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
            var most = Math.Min(least - 1, Slips(Math.Min(written.Length, name.Length)));
            if (Distance(written, name, most) is { } distance)
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

    /// <summary>Edits from one to the other, upper and lower case being the same (Levenshtein); null where they are more than the most.</summary>
    /// <remarks>A file can misspell thousands of thousands of names, so what is hopeless is given up as soon as it shows.</remarks>
    private static int? Distance(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most || b.Length > Longest)
        {
            return null;
        }

        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            // Further than the most from the diagonal there are more edits than that already.
            var (from, to) = (Math.Max(1, i - most), Math.Min(b.Length, i + most));
            var diagonal = row[from - 1];
            row[from - 1] = from == 1 ? i : most + 1;
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return null;
            }
        }

        return row[^1] <= most ? row[^1] : null;
    }
}
