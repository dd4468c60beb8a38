using System.Text.RegularExpressions;

namespace Funnel.Checking.Lint.Wording;

/// <summary>
/// Ways of saying one thing. They are looked for in texts of any language, so what means something else in another is left
/// out. Whole words are compared, upper and lower case being the same.
/// </summary>
internal sealed class Phrases
{
    private const char Unless = '!';
    private const char AnyEnding = '*';

    private static readonly Regex Word = new(
        @"[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    private readonly IReadOnlyList<Phrase> _phrases;

    /// <summary>Each a list with commas between.</summary>
    /// <remarks>
    /// The last word of a phrase may end in <c>*</c> for any ending. A phrase that begins with <c>!</c> is something else: where it
    /// is the longest that fits, nothing is said.
    /// </remarks>
    public Phrases(string english, string dutch, string german, string french) =>
        _phrases = [
            .. string.Join(',', english, dutch, german, french)
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(phrase => new Phrase(phrase.TrimStart(Unless).Split(' '), IsMeant: phrase[0] != Unless))
                .OrderByDescending(phrase => phrase.Words.Length),
        ];

    public bool AreIn(string text) => FirstIn(text) is not null;

    /// <summary>The first of them, as it is written in the text; null where there is none.</summary>
    public string? FirstIn(string text)
    {
        var matches = Word.Matches(text);
        var words = matches.Select(match => Plain(match.Value)).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (_phrases.FirstOrDefault(phrase => phrase.IsAt(words, i)) is { } found)
            {
                var last = matches[i + found.Words.Length - 1];
                if (found.IsMeant)
                {
                    return text[matches[i].Index..(last.Index + last.Length)];
                }

                i += found.Words.Length - 1;
            }
        }

        return null;
    }

    /// <summary>The words of a text, in small letters.</summary>
    public static IEnumerable<string> WordsOf(string text) => Word.Matches(text).Select(match => Plain(match.Value));

    private static string Plain(string word) => word.Replace('’', '\'').ToLowerInvariant();

    private sealed record Phrase(string[] Words, bool IsMeant)
    {
        public bool IsAt(List<string> text, int start)
        {
            for (var i = 0; i < Words.Length; i++)
            {
                if (start + i >= text.Count || !Fits(Words[i], text[start + i]))
                {
                    return false;
                }
            }

            return true;
        }

        private static bool Fits(string word, string written) =>
            word.EndsWith(AnyEnding)
                ? written.AsSpan().StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal)
                : written == word;
    }
}
