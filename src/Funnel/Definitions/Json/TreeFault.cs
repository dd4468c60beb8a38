using System.Text;
using System.Text.Json;

namespace Funnel.Definitions.Json;

/// <summary>Why a text is not JSON, in words for whoever wrote it by hand.</summary>
/// <param name="At">The first place that is wrong.</param>
/// <param name="Message">What is wrong there and what to do.</param>
internal sealed record TreeFault(Position At, string Message)
{
    /// <summary>Null where the bytes are UTF-8.</summary>
    public static TreeFault? OfEncoding(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Unicode.Utf8.IsValid(utf8))
        {
            return null;
        }

        var offset = 0;
        while (Rune.DecodeFromUtf8(utf8[offset..], out _, out var length) is System.Buffers.OperationStatus.Done)
        {
            offset += length;
        }

        return new(PositionAt(utf8, offset), "The file is not UTF-8 from here on. Save it as UTF-8.");
    }

    public static TreeFault OfSurrogate(ReadOnlySpan<byte> utf8, int offset) =>
        new(
            PositionAt(utf8, offset),
            "This text has one half of a character that takes two \\u escapes. Write the character itself."
        );

    /// <param name="depth">How deep the reader stood when it gave up.</param>
    public static TreeFault OfSyntax(ReadOnlySpan<byte> utf8, JsonException malformed, int depth)
    {
        var offset = OffsetOf(utf8, malformed);
        return new(PositionAt(utf8, offset), Explain(utf8, offset, depth));
    }

    private static string Explain(ReadOnlySpan<byte> utf8, int offset, int depth)
    {
        if (offset >= utf8.Length)
        {
            return utf8.Trim(" \t\r\n"u8).IsEmpty
                ? "The file is empty. Write a JSON object."
                : "The file ends in the middle. Close what is open: a quote, a bracket or a brace is missing.";
        }

        var before = utf8[..offset].TrimEnd(" \t\r\n"u8);
        var found = (char)utf8[offset];
        return found switch
        {
            '{' or '[' when depth >= TreeReader.MostDepth =>
                $"Objects and lists stand in one another more than {TreeReader.MostDepth} deep here. Write it flatter.",
            '}' or ']' when before.EndsWith(","u8) => $"A comma stands before this '{found}'. Take the comma out.",
            '/' => "JSON has no comments. Take it out.",
            '\'' => "JSON quotes with \". Write \" in place of '.",
            < ' ' => "A line break or another control character stands in a text. Write \\n, or close the quote.",
            _ when before.EndsWith("\\"u8) => "JSON has no such escape. Write \\\\ for a backslash.",
            _ =>
                $"This is not JSON: {Quoted.Value(Encoding.UTF8.GetString(utf8[offset..Math.Min(offset + 40, utf8.Length)]))} "
                    + "cannot stand here. Look for a missing comma, colon or quote.",
        };
    }

    private static int OffsetOf(ReadOnlySpan<byte> utf8, JsonException malformed)
    {
        var offset = 0;
        for (var line = malformed.LineNumber ?? 0; line > 0; line--)
        {
            var end = utf8[offset..].IndexOf((byte)'\n');
            if (end < 0)
            {
                break;
            }

            offset += end + 1;
        }

        return (int)Math.Min(offset + (malformed.BytePositionInLine ?? 0), utf8.Length);
    }

    private static Position PositionAt(ReadOnlySpan<byte> utf8, int offset) => new PositionCursor(utf8).At(offset);
}
