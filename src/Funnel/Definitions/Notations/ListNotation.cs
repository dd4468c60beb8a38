using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A list of values of one kind.</summary>
/// <param name="atLeastOne">Whether an empty list is refused.</param>
/// <param name="oneOrMany">Whether its only item may be written without the brackets.</param>
internal sealed class ListNotation<T>(Notation<T> item, bool atLeastOne, bool oneOrMany) : Notation<IReadOnlyList<T>>
    where T : notnull
{
    public override string Expected => oneOrMany ? $"{item.Expected}, or a list of these" : "a list";

    public override IReadOnlyList<T> Fallback => [];

    public Notation<T> Item => item;

    public bool AtLeastOne => atLeastOne;

    public bool OneOrMany => oneOrMany;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = definitions.Of(item) };
        if (atLeastOne)
        {
            schema["minItems"] = 1;
        }

        if (item is IdNotation or LocaleNotation)
        {
            schema["uniqueItems"] = true;
        }

        return oneOrMany
            ? new()
            {
                ["if"] = new JsonObject { ["type"] = "array" },
                ["then"] = schema,
                ["else"] = definitions.Of(item),
            }
            : schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        if (oneOrMany && node is Node.Object only)
        {
            only.StandsForList = true;
            value = [item.ReadOrFallback(only, context)];
            return true;
        }

        if (node is not Node.Array list)
        {
            context.ReportType(node, Expected);
            value = null;
            return false;
        }

        if (atLeastOne && list.Items.Count == 0)
        {
            context.Report(
                ProblemCodes.InvalidValue,
                list,
                $"This list is empty. Write at least one: {item.Expected}."
            );
            value = null;
            return false;
        }

        // An item that cannot be read keeps its place: others are known by theirs.
        value = [.. list.Items.Select(node => item.ReadOrFallback(node, context))];
        if (item is IdNotation or LocaleNotation or IRecordNotation { Shape.Identity: not null })
        {
            ReportTwins(list, context);
        }

        return true;
    }

    public override void Write(IReadOnlyList<T> value, Utf8JsonWriter writer, Currency currency)
    {
        if (oneOrMany && value is [var only])
        {
            item.Write(only, writer, currency);
            return;
        }

        writer.WriteStartArray();
        foreach (var each in value)
        {
            item.Write(each, writer, currency);
        }

        writer.WriteEndArray();
    }

    /// <summary>An id, or an item's id, stands once among its siblings, and so does a language.</summary>
    private void ReportTwins(Node.Array list, ReadContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in list.Items)
        {
            if (IdentityOf(node) is { Content: var id } identity && !seen.Add(id))
            {
                var (code, what) =
                    item is LocaleNotation ? (ProblemCodes.InvalidValue, "language") : (ProblemCodes.DuplicateId, "id");
                context.Report(
                    code,
                    identity,
                    $"Another before it has the {what} {Quoted.Value(id)}. Take a new one, or take it out."
                );
            }
        }
    }

    private Node.String? IdentityOf(Node node) =>
        item switch
        {
            IRecordNotation { Shape.Identity: { } identity } => (node as Node.Object)?[identity.Name] as Node.String,
            _ => node as Node.String,
        };
}
