using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Describes the API's keys, and says of each operation which of them it takes.</summary>
internal sealed class AccessDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    private const string OrderToken = "orderToken";
    private const string MerchantKey = "merchantKey";

    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.AddComponent(
            OrderToken,
            Bearer("The token in the reply that started an order. It opens that order and no other, and is shown once.")
        );
        document.AddComponent(
            MerchantKey,
            Bearer("A merchant's key, from the server's configuration. Keep it off the shoppers' browsers.")
        );
        return Task.CompletedTask;
    }

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        operation.Security = context.Description.ActionDescriptor.EndpointMetadata.OfType<Access>().Last() switch
        {
            Access.Anyone => [],
            Access.AnyoneOrMerchant =>
            [
                [],
                With(MerchantKey),
            ],
            Access.OrderHolder => [With(OrderToken), With(MerchantKey)],
            _ => [With(MerchantKey)],
        };
        return Task.CompletedTask;

        OpenApiSecurityRequirement With(string scheme) => new() { [new(scheme, context.Document)] = [] };
    }

    private static OpenApiSecurityScheme Bearer(string description) =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = description,
        };
}
