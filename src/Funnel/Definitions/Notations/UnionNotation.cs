using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>A value that is written as an object of one of several forms, each known by a property of its own.</summary>
internal abstract class UnionNotation<T> : Notation<T>
    where T : class
{
    public abstract IReadOnlyList<ObjectForm<T>> Forms { get; }

    private string Marks => Quoted.List(Forms.Select(form => form.Mark));

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "object" };
        AddForms(schema, definitions);
        return schema;
    }

    protected void AddForms(JsonObject schema, SchemaDefinitions definitions) =>
        RecordSchema.AddForms(schema, [.. Forms.Select(form => (form.Mark, form.Shape))], definitions);

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        if (node is Node.Object members)
        {
            value = Read(members, context);
            return value is not null;
        }

        context.ReportType(node, Expected);
        value = null;
        return false;
    }

    public override void Write(T value, Utf8JsonWriter writer, Currency currency)
    {
        if (!Forms.Any(form => form.TryWrite(value, writer, currency)))
        {
            throw new InvalidOperationException($"There is no form for {value.GetType()}.");
        }
    }

    private T? Read(Node.Object members, ReadContext context)
    {
        var marked = members
            .Members.Keys.Select(name => Forms.FirstOrDefault(form => form.Mark == name))
            .OfType<ObjectForm<T>>()
            .ToArray();
        foreach (var surplus in marked.Skip(1))
        {
            context.ReportKey(
                ProblemCodes.InvalidValue,
                members[surplus.Mark]!,
                $"\"{surplus.Mark}\" and \"{marked[0].Mark}\" stand together. Write exactly one of {Marks}."
            );
        }

        // Without its mark a form may still be known by what else it has.
        var meant = marked.FirstOrDefault() ?? Forms.FirstOrDefault(form => members.Members.Keys.Any(form.Shape.Has));
        if (meant is not null)
        {
            return meant.Read(members, context, [.. marked.Skip(1).SelectMany(form => form.Shape.Names)]);
        }

        context.ReportDuplicates(members);
        foreach (var member in members.Members.Values)
        {
            context.ReportUnknown(
                member,
                [.. Forms.SelectMany(form => form.Shape.Names).Distinct(StringComparer.Ordinal)]
            );
        }

        context.Report(ProblemCodes.MissingProperty, members, $"Exactly one of {Marks} is needed. Add it.");
        return null;
    }
}
