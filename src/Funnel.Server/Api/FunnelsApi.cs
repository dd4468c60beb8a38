using Funnel.Orders;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Funnel.Server.Api;

/// <summary>What can be ordered.</summary>
internal static class FunnelsApi
{
    public static void MapFunnels(this IEndpointRouteBuilder app) =>
        app.MapGet("/v1/funnels", List)
            .WithName("listFunnels")
            .WithTags(Tags.Funnels)
            .Serves(Access.Anyone)
            .Refuses([]);

    /// <summary>Lists the published funnels.</summary>
    /// <remarks>Each with the version that new orders get, and the least that an order of it comes to.</remarks>
    /// <response code="200">The funnels, by id.</response>
    public static Ok<FunnelView[]> List(PublishedFunnels funnels, TimeProvider clock, HttpRequest request) =>
        TypedResults.Ok(
            funnels
                .Newest.Values.OrderBy(funnel => funnel.Id, StringComparer.Ordinal)
                .Select(funnel => View(funnel, clock.GetUtcNow(), request))
                .ToArray()
        );

    private static FunnelView View(PublishedFunnel funnel, DateTimeOffset now, HttpRequest request)
    {
        var definition = funnel.Machine.Definition;
        var locale = Languages.Choose(definition, null, request);
        return new()
        {
            Id = funnel.Id,
            Name = definition.Name.In(locale),
            Version = funnel.Version,
            Currency = definition.Currency.Code,
            Locales = definition.Locales,
            FromPrice = Quote.FromPrice(funnel.Machine, now) is { } price
                ? MoneyText.For(locale, definition.Currency).Plain(price)
                : null,
            Image = funnel
                .Machine.States.SelectMany(step => step.Offers)
                .Select(offer => offer.Image)
                .FirstOrDefault(image => image is not null),
            Inputs = [.. definition.Inputs.Keys.Select(id => FieldView.Of(funnel.Machine.Inputs[id], locale))],
        };
    }
}
