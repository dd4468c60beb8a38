using System.Net.Mime;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Shows what an operation can be sent, and what it answers.</summary>
internal sealed class BodyDescription : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, OpenApiMediaType> NoContent = [];

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (Json(operation.RequestBody?.Content) is { } body)
        {
            body.Examples = new Dictionary<string, IOpenApiExample>(Examples.Requests(operation.OperationId!));
            if (body.Schema is { OneOf: [{ Type: JsonSchemaType.Null }, var schema] })
            {
                // That it may be left out is said by its not being required.
                body.Schema = schema;
            }
        }

        foreach (var (type, reply) in operation.Responses!.Values.SelectMany(response => response.Content ?? NoContent))
        {
            if (type != ProblemResult.ContentType)
            {
                reply.Examples = Examples
                    .Replies(operation.OperationId!)
                    .Where(example =>
                        type == MediaTypeNames.Application.Json || type.EndsWith(example.Key, StringComparison.Ordinal)
                    )
                    .ToDictionary();
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Null where there is no body.</summary>
    private static OpenApiMediaType? Json<T>(IDictionary<string, T>? content) =>
        content is not null && content.TryGetValue(MediaTypeNames.Application.Json, out var type)
            ? type as OpenApiMediaType
            : null;
}
