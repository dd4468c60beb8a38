using Funnel.Server.Api.OpenApi;

namespace Funnel.Server.Api;

/// <summary>Lets a request on only with a merchant's key. An order's token is none; where no key is configured, nobody has one.</summary>
internal sealed class MerchantKeyFilter(MerchantKeys merchants) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (merchants.Admit(http.Request))
        {
            return next(context);
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ValueTask.FromResult<object?>(Problems.MerchantKeyNeeded());
    }
}

internal static class MerchantEndpoints
{
    /// <summary>What is mapped here wants a merchant's key.</summary>
    public static RouteGroupBuilder MapMerchants(this IEndpointRouteBuilder app) =>
        app.MapGroup("")
            .WithTags(Tags.Merchants)
            .AddEndpointFilter<MerchantKeyFilter>()
            .Serves(Access.Merchant)
            .Refuses(OperationProblems.Merchant);
}
