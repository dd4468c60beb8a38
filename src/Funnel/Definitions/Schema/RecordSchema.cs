using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Notations;

namespace Funnel.Definitions.Schema;

/// <summary>The schema of an object with known properties: a record, or one of several forms.</summary>
internal static class RecordSchema
{
    public static JsonObject Of(RecordShape shape, SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (shape.Description is { } description)
        {
            schema.Insert(0, "description", description);
        }

        AddProperties(schema, shape.Properties, definitions);
        AddRules(schema, shape);
        return schema;
    }

    /// <summary>An object of exactly one of the forms. Which one is told by its mark, so that an editor complains of that form alone.</summary>
    public static void AddForms(
        JsonObject schema,
        IReadOnlyList<(string Mark, RecordShape Shape)> forms,
        SchemaDefinitions definitions
    )
    {
        // What several forms have they write alike.
        var properties = forms.SelectMany(form => form.Shape.Properties).DistinctBy(property => property.Name);
        AddProperties(schema, properties, definitions);
        AddExactlyOne(
            schema,
            forms.Select(form =>
            {
                var rules = Beside(form.Mark, form.Shape.Names);
                AddRules(rules, form.Shape);
                return (form.Mark, rules);
            })
        );
    }

    private static void AddProperties(
        JsonObject schema,
        IEnumerable<PropertyShape> properties,
        SchemaDefinitions definitions
    )
    {
        schema["properties"] = new JsonObject(
            properties.Select(property =>
                KeyValuePair.Create<string, JsonNode?>(property.Name, OfProperty(property, definitions))
            )
        );
        schema["additionalProperties"] = false;
    }

    private static JsonObject OfProperty(PropertyShape property, SchemaDefinitions definitions)
    {
        var schema = definitions.Of(property.Notation);
        schema.Insert(0, "description", property.Description);
        if (Default(property) is { } @default)
        {
            schema["default"] = @default;
        }

        if (property.Examples.ToArray() is { Length: > 0 } examples)
        {
            schema["examples"] = new JsonArray(examples);
        }

        return schema;
    }

    /// <summary>Null where nothing stands for what is not written.</summary>
    private static JsonNode? Default(PropertyShape property)
    {
        if (property.IsRequired || property.Default is null or System.Collections.ICollection { Count: 0 })
        {
            return null;
        }

        var utf8 = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(utf8))
        {
            property.Notation.WriteValue(property.Default, writer, CurrencyNotation.Instance.Fallback);
        }

        return JsonNode.Parse(utf8.WrittenSpan);
    }

    /// <summary>What must be there, and what cannot be there together.</summary>
    private static void AddRules(JsonObject schema, RecordShape shape)
    {
        string[] required =
        [
            .. shape.Properties.Where(property => property.IsRequired).Select(property => property.Name),
        ];
        if (required.Length > 0)
        {
            schema["required"] = SchemaOf.Texts(required);
        }

        if (shape.ExactlyOneOf.Count > 0)
        {
            var alternatives = shape.ExactlyOneOf.Select(property => property.Name).ToArray();
            AddExactlyOne(
                schema,
                alternatives.Select(one =>
                    (one, Beside(one, shape.Names.Except(alternatives.Where(name => name != one))))
                )
            );
        }
    }

    /// <param name="alternatives">Properties of which exactly one is written, and what else holds where it is.</param>
    private static void AddExactlyOne(JsonObject schema, IEnumerable<(string Name, JsonObject Rules)> alternatives)
    {
        var (anyOf, dependent) = (new JsonArray(), new JsonObject());
        foreach (var (name, rules) in alternatives)
        {
            anyOf.Add((JsonNode)new JsonObject { ["required"] = SchemaOf.Texts([name]) });
            dependent[name] = rules;
        }

        schema["anyOf"] = anyOf;
        schema["dependentSchemas"] = dependent;
    }

    /// <summary>What can stand beside a property that excludes others.</summary>
    private static JsonObject Beside(string property, IEnumerable<string> names)
    {
        var others = Quoted.List(names.Where(name => name != property), "and");
        return new()
        {
            ["propertyNames"] = new JsonObject
            {
                ["enum"] = SchemaOf.Texts(names),
                ["errorMessage"] =
                    $"Beside {Quoted.Value(property)} {(others.Length == 0 ? "nothing" : $"only {others}")} can stand.",
            },
        };
    }
}
