using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Funnel.Definitions.Json;

/// <summary>Reads UTF-8 as plain JSON (no comments, no trailing commas) into nodes that know where they stand.</summary>
internal ref struct TreeReader
{
    /// <summary>How deep objects and lists may stand in one another.</summary>
    public const int MostDepth = 32;

    private Utf8JsonReader _reader;
    private PositionCursor _positions;

    private TreeReader(ReadOnlySpan<byte> utf8)
    {
        _reader = new(utf8, new JsonReaderOptions { MaxDepth = MostDepth });
        _positions = new(utf8);
    }

    /// <param name="root">The root's node; null where the text is not JSON.</param>
    /// <param name="fault">What is wrong with a text that is not JSON.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out Node? root,
        [NotNullWhen(false)] out TreeFault? fault
    )
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        if (TreeFault.OfEncoding(utf8) is { } broken)
        {
            (root, fault) = (null, broken);
            return false;
        }

        var tree = new TreeReader(utf8);
        try
        {
            (root, fault) = (tree.ReadDocument(), null);
            return true;
        }
        catch (JsonException malformed)
        {
            (root, fault) = (null, TreeFault.OfSyntax(utf8, malformed, tree._reader.CurrentDepth));
            return false;
        }
        catch (InvalidOperationException)
        {
            // The one thing that the JSON reader itself lets through: an escape such as \ud83d without its other half.
            (root, fault) = (null, TreeFault.OfSurrogate(utf8, (int)tree._reader.TokenStartIndex));
            return false;
        }
    }

    private Node ReadDocument()
    {
        _reader.Read();
        var start = Here();
        var root = ReadValue(new(null, null, 0, start, start));
        // There may be something after the value, which the reader would refuse.
        _reader.Read();
        return root;
    }

    private Node ReadValue(Place place) =>
        _reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(place),
            JsonTokenType.StartArray => ReadArray(place),
            JsonTokenType.String => new Node.String(place, _reader.GetString()!),
            JsonTokenType.Number => new Node.Number(place, Encoding.ASCII.GetString(_reader.ValueSpan)),
            JsonTokenType.True => new Node.Boolean(place, true),
            JsonTokenType.False => new Node.Boolean(place, false),
            _ => new Node.Null(place),
        };

    private Node.Object ReadObject(Place place)
    {
        var node = new Node.Object(place);
        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndObject)
        {
            var keyStart = Here();
            var key = _reader.GetString()!;
            _reader.Read();
            node.Add(ReadValue(new(node, key, 0, Here(), keyStart)));
        }

        return node;
    }

    private Node.Array ReadArray(Place place)
    {
        var node = new Node.Array(place);
        while (_reader.Read() && _reader.TokenType is not JsonTokenType.EndArray)
        {
            var start = Here();
            node.Add(ReadValue(new(node, null, node.Items.Count, start, start)));
        }

        return node;
    }

    private Position Here() => _positions.At((int)_reader.TokenStartIndex);
}
