using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>What a reader sees first.</summary>
internal sealed class Overview : IOpenApiDocumentTransformer
{
    private const string Introduction = """
        Orders are walked through a funnel step by step; a frontend needs no knowledge of the funnel:

        1. `POST /v1/funnels/print-shop/orders` starts an order and shows its first step.
        2. Take the reply's `token` and send it from now on as `Authorization: Bearer …`.
        3. Show `step`: its offers and what each adds to the total, or a form's fields.
        4. `PUT /v1/orders/{orderId}/answers/{stepId}` answers it, and the reply shows the next step, until `step` is null.
        5. `POST /v1/orders/{orderId}/complete` with the `total` that the shopper agrees to.

        What goes wrong is told as `application/problem+json` (RFC 9457) with a stable `type`; the schema Problem lists them all.
        """;

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new()
        {
            Title = "Funnel",
            Version = "1",
            Description = Introduction,
            Contact = new() { Name = "Whoever runs this server" },
        };
        // Relative, so that the document is the same whatever the server is called from outside.
        document.Servers = [new() { Url = "/", Description = "This server" }];
        document.Tags = new HashSet<OpenApiTag>(
            Tags.All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description })
        );
        return Task.CompletedTask;
    }
}
