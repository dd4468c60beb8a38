using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Describes what is said outside a request's body.</summary>
/// <remarks>
/// Examples stand in the schema, save where a handler's comment gives one: the page for people fills in a parameter's own,
/// and would send another's order id, a spent key or a stale revision unasked.
/// </remarks>
internal sealed class ParameterDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var tags = operation.Tags!.Select(tag => tag.Name).ToArray();
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            Describe(parameter, (OpenApiSchema)parameter.Schema!, tags);
        }

        // What is no JSON of the API's own, such as a schema, is in no language.
        if (
            (tags.Contains(Tags.Orders) || tags.Contains(Tags.Funnels))
            && operation.Responses!.Values.Any(reply => reply.Content!.ContainsKey(MediaTypeNames.Application.Json))
        )
        {
            (operation.Parameters ??= []).Add(Language());
        }

        return Task.CompletedTask;
    }

    private static void Describe(OpenApiParameter parameter, OpenApiSchema schema, string?[] tags)
    {
        switch (parameter.Name)
        {
            case "orderId":
                schema.Examples = ["ord_019ecb2e8400703ba2c5d1e4f6a7b8c9"];
                break;
            case "limit":
                schema.Minimum = "1";
                schema.Maximum = Paging.Most.ToString(CultureInfo.InvariantCulture);
                schema.Default = Paging.Default;
                break;
            case "status":
                schema.Enum = [.. OrderFilter.Statuses.Select(status => JsonValue.Create(status))];
                break;
            case "Idempotency-Key":
                parameter.Description =
                    "A random UUID makes the call safe to repeat: the same key and body give the same order and token. Who knows the key gets the token, so it must not be guessable.";
                schema.MinLength = IdempotencyKey.Least;
                schema.MaxLength = IdempotencyKey.Most;
                schema.Pattern = "^[!-~]+$";
                schema.Examples = ["6f0d2f0e-4a57-4a0e-9a53-0b7f4a1c2d3e"];
                break;
            case "If-Match" when tags.Contains(Tags.Definitions):
                parameter.Description = "The `ETag` of the draft that is meant; `*` is any.";
                schema.Examples = [ReplyHeaders.ContentTag];
                break;
            case "If-None-Match":
                parameter.Description = "`*`: save the draft only if there is none.";
                schema.Enum = ["*"];
                break;
            case "format":
                schema.Enum = [GraphApi.Mermaid, GraphApi.Dot];
                schema.Default = GraphApi.Mermaid;
                break;
            case "version" or "before" when parameter.Schema!.Type is JsonSchemaType.Integer:
                schema.Minimum = "1";
                break;
            case "If-Match":
                parameter.Description =
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
}
