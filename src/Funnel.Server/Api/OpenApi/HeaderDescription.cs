using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Describes the headers of requests and replies.</summary>
/// <remarks>
/// A request's header has its example in the schema: the page for people fills in a parameter's own, and a header that is
/// filled in unasked would be one more thing to understand, or a stale revision.
/// </remarks>
internal sealed class HeaderDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string IdempotencyKeyHeader = "Idempotency-Key";

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.AddComponent(HeaderNames.ETag, Header("The order's revision, for `If-Match`.", "\"4\""));
        document.AddComponent(
            HeaderNames.Location,
            Header("Where the order is from now on.", "/v1/orders/ord_019ecb2e8400703ba2c5d1e4f6a7b8c9")
        );
        document.AddComponent(HeaderNames.RetryAfter, Header("How many seconds to wait.", 1));
        document.AddComponent(HeaderNames.WWWAuthenticate, Header("How to say who you are.", "Bearer"));
        return Task.CompletedTask;
    }

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (
            var header in operation
                .Parameters?.OfType<OpenApiParameter>()
                .Where(one => one.In is ParameterLocation.Header)
                ?? []
        )
        {
            DescribeRequest(header);
        }

        var isOfOrders = operation.Tags!.Any(tag => tag.Name == Tags.Orders);
        if (isOfOrders || operation.Tags!.Any(tag => tag.Name == Tags.Funnels))
        {
            (operation.Parameters ??= []).Add(Language());
        }

        foreach (var (status, response) in operation.Responses!)
        {
            ((OpenApiResponse)response).Headers = HeadersOf(status, isOfOrders)
                .ToDictionary(
                    name => name,
                    IOpenApiHeader (name) => new OpenApiHeaderReference(name, context.Document)
                );
        }

        return Task.CompletedTask;
    }

    private static void DescribeRequest(OpenApiParameter header)
    {
        var schema = (OpenApiSchema)header.Schema!;
        switch (header.Name)
        {
            case IdempotencyKeyHeader:
                header.Description =
                    "A random UUID makes the call safe to repeat: the same key and body give the same order and token. Who knows the key gets the token, so it must not be guessable.";
                schema.MinLength = IdempotencyKey.Least;
                schema.MaxLength = IdempotencyKey.Most;
                schema.Pattern = "^[!-~]+$";
                schema.Examples = ["6f0d2f0e-4a57-4a0e-9a53-0b7f4a1c2d3e"];
                break;
            case "If-Match":
                header.Description =
                    "The `ETag` of an earlier reply: the change is made only if the order is still at that revision. Left out, it is made at any.";
                schema.Examples = ["\"4\""];
                break;
        }
    }

    private static OpenApiParameter Language() =>
        new()
        {
            Name = HeaderNames.AcceptLanguage,
            In = ParameterLocation.Header,
            Description =
                "The languages that the reader knows (RFC 9110). An order whose start asked for a `locale` keeps to that one.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["nl, en;q=0.8"] },
        };

    private static IEnumerable<string> HeadersOf(string status, bool isOfOrders) =>
        status switch
        {
            "201" => [HeaderNames.ETag, HeaderNames.Location],
            "200" or "409" or "412" when isOfOrders => [HeaderNames.ETag],
            "401" => [HeaderNames.WWWAuthenticate],
            "429" or "503" => [HeaderNames.RetryAfter],
            _ => [],
        };

    private static OpenApiHeader Header(string description, JsonNode example) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema
            {
                Type =
                    example.GetValueKind() is System.Text.Json.JsonValueKind.Number
                        ? JsonSchemaType.Integer
                        : JsonSchemaType.String,
                Examples = [example],
            },
        };
}
