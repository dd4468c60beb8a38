using Funnel.Server.Api.OpenApi;

namespace Funnel.Server.Api;

internal static class MerchantEndpoints
{
    /// <summary>What is mapped here wants a merchant's key.</summary>
    public static RouteGroupBuilder MapMerchants(this IEndpointRouteBuilder app) =>
        app.MapGroup("").WithTags(Tags.Merchants).Serves(Access.Merchant).Refuses(OperationProblems.Merchant);
}
