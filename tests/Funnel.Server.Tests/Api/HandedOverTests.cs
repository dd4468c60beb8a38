using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What is handed over when an order starts: the shopper's logo.</summary>
public sealed class HandedOverTests(SharedServer shared)
{
    private const string Logo = "https://images.example/logo.svg";

    [Fact]
    public async Task An_order_shows_what_was_handed_over_at_its_start()
    {
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } });

        Assert.Equal(Logo, order.Started.TextAt("/inputs/artwork"));
        Assert.Equal(Logo, (await order.View()).TextAt("/inputs/artwork"));
        Assert.Equal(
            "{}",
            Inputs(await shared.Api.Start("print-shop", new { inputs = new { artwork = (string?)null } }))
        );
    }

    private static string Inputs(OrderClient order) => order.Started.Json.GetProperty("inputs").GetRawText();
}
