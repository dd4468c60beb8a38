using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>Values of one kind by their keys, in the file's order.</summary>
/// <param name="atLeastOne">Whether an empty object is refused.</param>
internal sealed class MapNotation<T>(KeyNotation key, Notation<T> value, bool atLeastOne)
    : Notation<IReadOnlyDictionary<string, T>>
    where T : notnull
{
    public override string Expected => $"an object with {key.Expected} as keys";

    public override IReadOnlyDictionary<string, T> Fallback => Empty<T>.Entries;

    public KeyNotation Key => key;

    public Notation<T> Value => value;

    public bool AtLeastOne => atLeastOne;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["propertyNames"] = key.Schema(definitions),
            ["additionalProperties"] = definitions.Of(value),
        };
        if (atLeastOne)
        {
            schema["minProperties"] = 1;
        }

        return schema;
    }

    public override bool TryRead(
        Node node,
        ReadContext context,
        [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> entries
    )
    {
        if (node is not Node.Object map)
        {
            context.ReportType(node, Expected);
            entries = null;
            return false;
        }

        if (atLeastOne && map.Members.Count == 0)
        {
            context.Report(
                ProblemCodes.InvalidValue,
                map,
                $"This object is empty. Write at least one entry, {value.Expected}."
            );
            entries = null;
            return false;
        }

        context.ReportDuplicates(map);
        var read = new OrderedDictionary<string, T>(map.Members.Count, StringComparer.Ordinal);
        foreach (var (name, member) in map.Members)
        {
            if (key.Fault(name) is { } fault)
            {
                context.ReportKey(ProblemCodes.InvalidValue, member, fault);
            }

            // An entry with a wrong key or value stays, so that what refers to it is not reported as well.
            read.Add(name, value.ReadOrFallback(member, context));
        }

        entries = read;
        return true;
    }

    public override void Write(IReadOnlyDictionary<string, T> entries, Utf8JsonWriter writer, Currency currency)
    {
        writer.WriteStartObject();
        foreach (var (name, entry) in entries)
        {
            writer.WritePropertyName(name);
            value.Write(entry, writer, currency);
        }

        writer.WriteEndObject();
    }
}
