using Funnel.Server.Api.OpenApi;
using Microsoft.AspNetCore.Cors;

namespace Funnel.Server.Api;

internal static class MerchantEndpoints
{
    /// <summary>What is mapped here wants a merchant's key, which has no place in a browser: no page of another origin may call it.</summary>
    public static RouteGroupBuilder MapMerchants(this IEndpointRouteBuilder app, string tag = Tags.Merchants) =>
        app.MapGroup("")
            .WithTags(tag)
            .Serves(Access.Merchant)
            .Refuses(OperationProblems.Merchant)
            .WithMetadata(new DisableCorsAttribute());
}
