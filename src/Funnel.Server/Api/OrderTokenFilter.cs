using Funnel.Server.Orders;

namespace Funnel.Server.Api;

/// <summary>Lets a request on to an order only with that order's token or a merchant's key, and does not tell which of the two failed: the token, or the order being there.</summary>
internal sealed class OrderTokenFilter(OrderBook orders, MerchantKeys merchants) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (Bearer.Of(http.Request) is not { Length: > 0 } secret)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return Problems.TokenMissing();
        }

        var id = (string)http.GetRouteValue("orderId")!;
        var order = await orders.FindRemembered(id, http.RequestAborted);
        if (order is not null && OrderToken.Opens(secret, order.TokenHash))
        {
            return await next(context);
        }

        // Asked where there is no order, too: the log shows who looks for orders with a key.
        return merchants.Admit(http.Request) && order is not null ? await next(context) : Problems.OrderNotFound();
    }
}
