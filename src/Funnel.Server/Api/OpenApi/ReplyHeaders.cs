using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Describes the headers of replies.</summary>
internal sealed class ReplyHeaders : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    /// <summary>What a definition is recognised by.</summary>
    public const string ContentTag = "\"2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae\"";

    private const string DefinitionETag = "DefinitionETag";

    // What their replies show has a state of its own; what others show is about several, or made up for the reply.
    private static readonly string[] ShowingADefinition = ["viewDraft", "saveDraft", "viewVersion"];

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        Add(HeaderNames.ETag, "The order's revision, for `If-Match`.", JsonSchemaType.String, "\"4\"");
        Add(
            DefinitionETag,
            "What the definition is recognised by, for `If-Match` and `If-None-Match`. Where something is refused, that of the draft that is there.",
            JsonSchemaType.String,
            ContentTag
        );
        Add(
            HeaderNames.Location,
            "Where it is from now on.",
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
        var showsDefinition = ShowingADefinition.Contains(operation.OperationId);
        var isOfVersions = operation.OperationId is "restoreVersion";
        foreach (var (status, response) in operation.Responses!)
        {
            ((OpenApiResponse)response).Headers = Of(status, isOfOrders, showsDefinition, isOfVersions)
                .ToDictionary(
                    name => name,
                    IOpenApiHeader (name) =>
                        new OpenApiHeaderReference(
                            name == HeaderNames.ETag && !isOfOrders ? DefinitionETag : name,
                            context.Document
                        )
                );
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string> Of(string status, bool isOfOrders, bool showsDefinition, bool isOfVersions) =>
        status switch
        {
            "201" => [HeaderNames.ETag, HeaderNames.Location],
            "200" when isOfOrders || showsDefinition => [HeaderNames.ETag],
            "409" when isOfOrders => [HeaderNames.ETag],
            "412" when isOfVersions => [],
            "412" or "428" => [HeaderNames.ETag],
            "401" => [HeaderNames.WWWAuthenticate],
            "429" or "503" => [HeaderNames.RetryAfter],
            _ => [],
        };
}
