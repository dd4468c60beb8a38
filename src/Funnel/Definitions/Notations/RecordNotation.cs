using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>What every record's notation knows, whatever the record.</summary>
internal interface IRecordNotation
{
    RecordShape Shape { get; }
}

/// <summary>A record of the model, written as an object with its properties.</summary>
internal sealed class RecordNotation<T> : Notation<T>, IRecordNotation
    where T : class
{
    public static readonly RecordNotation<T> Instance = new();

    private readonly Lazy<RecordShape> _shape = new(() => new(typeof(T)));

    public override string Expected =>
        Shape.Properties.Where(property => property.IsRequired).Select(property => property.Name).ToArray()
            is { Length: > 0 } needed
            ? $"an object with {Quoted.List(needed, "and")}"
            : "an object";

    /// <summary>A record with a stand-in for all that it must have.</summary>
    public override T Fallback
    {
        get
        {
            var record = Activator.CreateInstance<T>();
            foreach (var property in Shape.Properties)
            {
                if (property.IsRequired)
                {
                    property.Set(record, property.Notation.FallbackValue);
                }
            }

            return record;
        }
    }

    public RecordShape Shape => _shape.Value;

    /// <summary><c>offerPrice</c> of <c>OfferPriceDefinition</c>.</summary>
    public override string? SchemaName =>
        JsonNamingPolicy.CamelCase.ConvertName(
            typeof(T)
                .Name.Replace("Definition", "", StringComparison.Ordinal)
                .Replace("Form", "", StringComparison.Ordinal)
        );

    public override JsonObject Schema(SchemaDefinitions definitions) => RecordSchema.Of(Shape, definitions);

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        if (node is Node.Object members)
        {
            value = Read(members, context, []);
            return true;
        }

        context.ReportType(node, Expected);
        value = null;
        return false;
    }

    /// <param name="ignored">Properties that are another's to judge.</param>
    public T Read(Node.Object members, ReadContext context, IReadOnlyCollection<string> ignored)
    {
        context.ReportDuplicates(members);
        ReportUnknown(members, context, ignored);
        ReportExactlyOne(members, context);
        var record = Activator.CreateInstance<T>();
        foreach (var property in Shape.Properties)
        {
            if (members[property.Name] is { } member)
            {
                var value = property.Notation.ReadValue(member, context);
                if (value is not null || property.IsRequired)
                {
                    property.Set(record, value ?? property.Notation.FallbackValue);
                }
            }
            else if (property.IsRequired)
            {
                context.Report(
                    ProblemCodes.MissingProperty,
                    members,
                    $"\"{property.Name}\" is missing. Add it: {property.Notation.Expected}."
                );
                property.Set(record, property.Notation.FallbackValue);
            }
        }

        return record;
    }

    public override void Write(T value, Utf8JsonWriter writer, Currency currency)
    {
        writer.WriteStartObject();
        foreach (var property in Shape.Properties)
        {
            if (property.Get(value) is { } content && !property.IsImplied(content))
            {
                writer.WritePropertyName(property.Name);
                property.Notation.WriteValue(content, writer, currency);
            }
        }

        writer.WriteEndObject();
    }

    private void ReportUnknown(Node.Object members, ReadContext context, IReadOnlyCollection<string> ignored)
    {
        foreach (var (name, member) in members.Members)
        {
            if (!Shape.Has(name) && !ignored.Contains(name))
            {
                context.ReportUnknown(member, [.. Shape.Names]);
            }
        }
    }

    private void ReportExactlyOne(Node.Object members, ReadContext context)
    {
        if (Shape.ExactlyOneOf is not { Count: > 0 } alternatives)
        {
            return;
        }

        var written = members.Members.Keys.Where(name => alternatives.Any(property => property.Name == name)).ToArray();
        var names = Quoted.List(alternatives.Select(property => property.Name));
        if (written.Length == 0)
        {
            context.Report(ProblemCodes.MissingProperty, members, $"Exactly one of {names} is needed. Add it.");
        }

        foreach (var surplus in written.Skip(1))
        {
            context.ReportKey(
                ProblemCodes.InvalidValue,
                members[surplus]!,
                $"\"{surplus}\" and \"{written[0]}\" stand together. Write exactly one of {names}."
            );
        }
    }
}
