using Funnel.Definitions;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>Why an order is as it is, for merchants: shoppers' views explain their totals without what conditions ask.</summary>
internal static class ExplainApi
{
    public static void MapExplain(this IEndpointRouteBuilder app) =>
        app.MapMerchants()
            .MapGet("/v1/orders/{orderId}/explain", Explain)
            .WithName("explainOrder")
            .Refuses([ProblemKind.OrderNotFound, ProblemKind.VersionUnreadable]);

    /// <summary>Explains an order.</summary>
    /// <remarks>
    /// Each amount with how it is worked out and the place in the definition that says so; each step and offer that the walk came
    /// to with what hid it and the value that it saw. Pointers are into the order's own version.
    /// </remarks>
    /// <param name="orderId" example="ord_019ecb2e8400703ba2c5d1e4f6a7b8c9">The order.</param>
    /// <response code="200">The explanation.</response>
    public static async Task<Results<Ok<ExplanationView>, ProblemResult>> Explain(
        string orderId,
        OrderBook orders,
        IStore store,
        CancellationToken cancellation
    )
    {
        if (await orders.Find(orderId, cancellation) is not { } kept)
        {
            return Problems.OrderNotFound();
        }

        var version =
            await store.FindVersion(kept.Funnel.Id, kept.Funnel.Version, cancellation)
            ?? throw new InvalidOperationException($"Order {orderId} was read, and its version is gone.");
        var walk = kept.Order.Walk;
        return TypedResults.Ok(
            ExplanationView.Of(
                Explaining.Explain.Order(walk, orders.Now),
                DefinitionReader.Read(version.Content.Span),
                MoneyText.For(walk.Start.Locale, walk.Machine.Definition.Currency)
            )
        );
    }
}
