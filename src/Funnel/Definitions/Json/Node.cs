using System.Globalization;
using System.Text;

namespace Funnel.Definitions.Json;

/// <summary>A JSON value that knows where in the file it stands.</summary>
internal abstract class Node
{
    private Node(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>What people call this kind of value.</summary>
    public abstract string Kind { get; }

    /// <summary>The JSON Pointer (RFC 6901) to this value.</summary>
    public string Pointer
    {
        get
        {
            var segments = new Stack<string>();
            for (var node = this; node.Place.Parent is { } parent; node = parent)
            {
                segments.Push(node.Place.Key ?? node.Place.Index.ToString(CultureInfo.InvariantCulture));
            }

            var pointer = new StringBuilder();
            foreach (var segment in segments)
            {
                pointer.Append('/').Append(JsonPointer.Escape(segment));
            }

            return pointer.ToString();
        }
    }

    public sealed class Object(Place place) : Node(place)
    {
        private readonly OrderedDictionary<string, Node> _members = new(StringComparer.Ordinal);
        private readonly List<Node> _duplicates = [];

        public override string Kind => "an object";

        /// <summary>By key, in the file's order. Of a key that stands twice, the first.</summary>
        public IReadOnlyDictionary<string, Node> Members => _members;

        /// <summary>The values whose key stood before.</summary>
        public IReadOnlyList<Node> Duplicates => _duplicates;

        /// <summary>Whether this object is the only item of a list that may be written without its brackets.</summary>
        public bool StandsForList { get; set; }

        public Node? this[string key] => _members.GetValueOrDefault(key);

        public void Add(Node member)
        {
            if (!_members.TryAdd(member.Place.Key!, member))
            {
                _duplicates.Add(member);
            }
        }
    }

    public sealed class Array(Place place) : Node(place)
    {
        private readonly List<Node> _items = [];

        public override string Kind => "a list";

        public IReadOnlyList<Node> Items => _items;

        public void Add(Node item) => _items.Add(item);
    }

    public sealed class String(Place place, string content) : Node(place)
    {
        public override string Kind => "a text";

        public string Content { get; } = content;
    }

    /// <param name="text">The number as it is written, never through floating point.</param>
    public sealed class Number(Place place, string text) : Node(place)
    {
        public override string Kind => "a number";

        public string Text { get; } = text;
    }

    public sealed class Boolean(Place place, bool content) : Node(place)
    {
        public override string Kind => content ? "true" : "false";

        public bool Content => content;
    }

    public sealed class Null(Place place) : Node(place)
    {
        public override string Kind => "null";
    }
}

/// <summary>Where a value stands: under a key of an object, at an index of an array, or at the root.</summary>
/// <param name="Start">Where the value begins.</param>
/// <param name="KeyStart">Where its key begins or, without a key, the value.</param>
internal readonly record struct Place(Node? Parent, string? Key, int Index, Position Start, Position KeyStart);
