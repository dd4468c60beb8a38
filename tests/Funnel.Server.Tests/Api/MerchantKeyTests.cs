using System.Net;
using Funnel.Server.Api;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Each use of a merchant's key is a line in the log that names the key.</summary>
public sealed class MerchantKeyTests : IAsyncDisposable
{
    private const string Shop = "the-key-of-the-shop-s-own-server";
    private const string Office = "the-key-of-the-people-in-the-office";
    private const string Named = """{"customer":{"segment":"charity"}}""";

    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private readonly RunningServer _server;

    public MerchantKeyTests() =>
        _server = RunningServer.Start(
            new()
            {
                HasMerchantKey = false,
                FunnelsDirectory = _funnels.Path,
                More = new Dictionary<string, string>
                {
                    ["Merchants:Keys:shop"] = Shop,
                    ["Merchants:Keys:office"] = Office,
                },
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Theory]
    [InlineData(Shop, "shop")]
    [InlineData(Office, "office")]
    public async Task Opening_an_order_is_one(string key, string name)
    {
        var order = await _server.Api.Start("mug");

        (await order.With(key).View()).Expect(HttpStatusCode.OK);

        Assert.Equal([$"Merchant key {name} used for GET /v1/orders/{order.Id}"], Uses);
    }

    [Fact]
    public async Task Looking_for_an_order_that_is_not_there_is_one()
    {
        (await _server.Api.Order("ord_1", Office).View()).Expect(HttpStatusCode.NotFound, "order-not-found");

        Assert.Equal(["Merchant key office used for GET /v1/orders/ord_1"], Uses);
    }

    [Fact]
    public async Task Naming_a_customer_is_one()
    {
        await _server.Api.Start("mug", Named, Shop);

        Assert.Equal(["Merchant key shop used for POST /v1/funnels/mug/orders"], Uses);
    }

    [Fact]
    public async Task What_no_key_decides_is_none()
    {
        var order = await _server.Api.Start("mug", null, Shop);
        await order.View();
        await order.With(Shop + "x").View();
        await order.With(Shop.ToUpperInvariant()).View();
        await _server.Api.TryStart("mug", Named, Office[..^1]);

        Assert.Empty(Uses);
    }

    [Fact]
    public async Task No_character_of_an_address_begins_a_line_of_its_own()
    {
        var order = await _server.Api.Start("mug");

        await order.With(Shop).Back("%0AMerchant%0D%1B%E2%80%A8%C2%85key");

        var line = Assert.Single(Uses);
        Assert.EndsWith("/answers/%0AMerchant%0D%1B%E2%80%A8%C2%85key", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_configured_opens_nothing()
    {
        await using var server = RunningServer.Start(
            new() { HasMerchantKey = false, FunnelsDirectory = _funnels.Path }
        );
        var order = await server.Api.Start("mug");

        (await order.With(ServerSettings.MerchantKey).View()).Expect(HttpStatusCode.NotFound);
        (await server.Api.TryStart("mug", Named, ServerSettings.MerchantKey)).Expect(HttpStatusCode.Forbidden);
    }

    private IEnumerable<string> Uses =>
        _server.Log.Where(line => line.Category == typeof(MerchantKeys).FullName).Select(line => line.Message);
}
