using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Describes the headers of replies.</summary>
internal sealed class ReplyHeaders : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        Add(HeaderNames.ETag, "The order's revision, for `If-Match`.", JsonSchemaType.String, "\"4\"");
        Add(
            HeaderNames.Location,
            "Where the order is from now on.",
            JsonSchemaType.String,
            "/v1/orders/ord_019ecb2e8400703ba2c5d1e4f6a7b8c9"
        );
        Add(HeaderNames.RetryAfter, "How many seconds to wait.", JsonSchemaType.Integer, 1);
        Add(HeaderNames.WWWAuthenticate, "How to say who you are.", JsonSchemaType.String, "Bearer");
        return Task.CompletedTask;

        void Add(string name, string description, JsonSchemaType type, JsonNode example) =>
            document.AddComponent(
                name,
                new OpenApiHeader
                {
                    Description = description,
                    Schema = new OpenApiSchema { Type = type, Examples = [example] },
                }
            );
    }

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var isOfOrders = operation.Tags!.Any(tag => tag.Name == Tags.Orders);
        foreach (var (status, response) in operation.Responses!)
        {
            ((OpenApiResponse)response).Headers = Of(status, isOfOrders)
                .ToDictionary(
                    name => name,
                    IOpenApiHeader (name) => new OpenApiHeaderReference(name, context.Document)
                );
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Of(string status, bool isOfOrders) =>
        status switch
        {
            "201" => [HeaderNames.ETag, HeaderNames.Location],
            "200" or "409" or "412" when isOfOrders => [HeaderNames.ETag],
            "401" => [HeaderNames.WWWAuthenticate],
            "429" or "503" => [HeaderNames.RetryAfter],
            _ => [],
        };
}
