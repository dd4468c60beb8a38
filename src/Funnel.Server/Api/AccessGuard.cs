using Funnel.Server.Orders;

namespace Funnel.Server.Api;

/// <summary>Lets a request on to an operation only with what opens it, and before anything else of it is read.</summary>
internal sealed class AccessGuard(RequestDelegate next, OrderBook orders, MerchantKeys merchants)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var access = http.GetEndpoint()?.Metadata.OfType<Access>().LastOrDefault();
        var refusal = access switch
        {
            Access.OrderHolder => await WithoutOrder(http),
            Access.Merchant when !merchants.Admit(http.Request) => Problems.MerchantKeyNeeded(),
            _ => null,
        };
        if (refusal is null)
        {
            await next(http);
            return;
        }

        if (refusal.StatusCode == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        await refusal.ExecuteAsync(http);
    }

    /// <summary>Does not tell which of the two failed: the token, or the order being there.</summary>
    private async ValueTask<ProblemResult?> WithoutOrder(HttpContext http)
    {
        if (Bearer.Of(http.Request) is not { Length: > 0 } secret)
        {
            return Problems.TokenMissing();
        }

        var id = (string)http.GetRouteValue("orderId")!;
        var order = await orders.FindRemembered(id, http.RequestAborted);
        if (order is not null && OrderToken.Opens(secret, order.TokenHash))
        {
            return null;
        }

        // Asked where there is no order, too: the log shows who looks for orders with a key.
        return merchants.Admit(http.Request) && order is not null ? null : Problems.OrderNotFound();
    }
}
