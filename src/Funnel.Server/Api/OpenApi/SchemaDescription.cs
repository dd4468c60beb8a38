using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Funnel.Definitions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Makes the schemas say what the API takes and gives, where their types alone say too little.</summary>
internal sealed class SchemaDescription : IOpenApiSchemaTransformer, IOpenApiDocumentTransformer
{
    private const string View = "View";
    private const string Request = "Request";

    /// <summary>What is taken byte for byte; the files have schemas of their own.</summary>
    private static readonly Dictionary<Type, (string Name, string Description)> Files = new()
    {
        [typeof(WrittenDefinition)] = ("Definition", "A funnel's file. A draft may be any bytes, to be mended later."),
        [typeof(JsonObject)] = ("Tests", "A file of tests, as it stands beside a funnel's."),
    };

    /// <summary>A schema's name: that of its type, without <c>View</c>; null where it has none.</summary>
    public static string? Name(JsonTypeInfo type) =>
        Files.TryGetValue(type.Type, out var file) ? file.Name
        : OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? name.EndsWith(View, StringComparison.Ordinal) ? name[..^View.Length]
                : name
        : null;

    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.JsonPropertyInfo is { } property)
        {
            Constraints.Describe(schema, property);
        }

        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (Files.ContainsKey(type))
        {
            schema.Type = JsonSchemaType.Object;
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
        }
        else if (type == typeof(decimal))
        {
            // Exact, so not the double that it is taken for.
            schema.Format = null;
        }
        else if (
            context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } element }
            && element == typeof(Value)
        )
        {
            var isTaken = context.JsonPropertyInfo?.DeclaringType.Name.EndsWith(Request, StringComparison.Ordinal);
            schema.AdditionalProperties = AnyValue(orNull: isTaken is true);
        }

        return Task.CompletedTask;
    }

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        Constraints.Describe(document.Components!.Schemas!);
        foreach (var (name, description) in Files.Values)
        {
            document.Components.Schemas![name].Description = description;
        }

        foreach (var (name, schema) in document.Components.Schemas!)
        {
            foreach (var property in schema.Properties?.Values ?? [])
            {
                DescribeNullable(property);
            }

            if (!name.EndsWith(Request, StringComparison.Ordinal))
            {
                DescribeReply((OpenApiSchema)schema);
            }

            foreach (var form in schema.Discriminator?.Mapping?.Values ?? [])
            {
                // Each of several forms says which it is.
                var described = (OpenApiSchema)document.Components.Schemas[form.Reference.Id!];
                (described.Required ??= new HashSet<string>()).Add(schema.Discriminator!.PropertyName!);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>What a property that can be null says of itself goes for its null, too.</summary>
    private static void DescribeNullable(IOpenApiSchema property)
    {
        if (property is OpenApiSchema { OneOf: [{ Type: JsonSchemaType.Null }, OpenApiSchemaReference reference] })
        {
            property.Description = reference.Reference.Description;
            reference.Reference.Description = null;
        }
    }

    /// <summary>A reply may come to say more; what it need not say it leaves out, and does not say null.</summary>
    private static void DescribeReply(OpenApiSchema reply)
    {
        reply.AdditionalPropertiesAllowed = true;
        foreach (var (name, property) in reply.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (reply.Required?.Contains(name) != true)
            {
                reply.Properties![name] = WithoutNull(property);
            }
        }
    }

    private static IOpenApiSchema WithoutNull(IOpenApiSchema property)
    {
        if (property is OpenApiSchema { OneOf: [{ Type: JsonSchemaType.Null }, OpenApiSchemaReference reference] })
        {
            reference.Reference.Description = property.Description;
            return reference;
        }

        if (property is OpenApiSchema { Type: { } types } schema)
        {
            schema.Type = types & ~JsonSchemaType.Null;
        }

        return property;
    }

    private static OpenApiSchema AnyValue(bool orNull)
    {
        List<IOpenApiSchema> values =
        [
            new OpenApiSchema { Type = JsonSchemaType.String },
            new OpenApiSchema { Type = JsonSchemaType.Number },
            new OpenApiSchema { Type = JsonSchemaType.Boolean },
            new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        ];
        const string Description = "A text, a number, true, false, or a list of texts";
        return orNull
            ? new()
            {
                Description = $"{Description}; null says nothing.",
                AnyOf = [.. values, new OpenApiSchema { Type = JsonSchemaType.Null }],
            }
            : new() { Description = $"{Description}.", AnyOf = values };
    }
}
