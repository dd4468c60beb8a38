using System.Net;
using System.Text;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Api;

/// <summary>Who may open an order.</summary>
public sealed class TokenTests(SharedServer shared)
{
    [Fact]
    public async Task A_start_says_where_the_order_is_and_shows_its_token_once()
    {
        var order = await shared.Api.Start("print-shop");

        Assert.Equal($"/v1/orders/{order.Id}", order.Started.Headers.Location!.OriginalString);
        Assert.Matches("^ord_[0-9a-f]{32}$", order.Id);
        Assert.Matches("^tok_[A-Za-z0-9_-]{43}$", order.Token);
        Assert.DoesNotContain("token", (await order.View()).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("token", (await order.Accept("cards", "cards")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_scheme_s_name_may_be_written_anyhow()
    {
        var order = await shared.Api.Start("print-shop");

        (await order.With(null).View(("Authorization", $"bearer {order.Token}"))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_in_the_address_opens_nothing()
    {
        var order = await shared.Api.Start("print-shop");

        var reply = await shared.Api.Send(
            HttpMethod.Get,
            $"/v1/orders/{order.Id}?token={order.Token}&access_token={order.Token}"
        );

        reply.Expect(HttpStatusCode.Unauthorized, "token-missing");
    }

    [Fact]
    public async Task The_key_that_is_printed_in_development_is_one_and_opens_every_order()
    {
        using var data = new TemporaryFolder();
        await using var server = await ServerProcess.Start(
            new()
            {
                Environment = "Development",
                HasMerchantKey = false,
                Data = data,
            }
        );
        var order = await server.Api.Start("print-shop");
        (await order.View()).Expect(HttpStatusCode.OK);

        const string Announcement = "Merchant key for this run: ";
        var announced = server
            .Output.Split('\n')
            .Where(line => line.StartsWith(Announcement, StringComparison.Ordinal));
        var key = Assert.Single(announced)[Announcement.Length..].Trim();

        (await order.With(key).View()).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_merchant_s_key_opens_every_order()
    {
        var order = await shared.Api.Start("print-shop");

        var merchant = order.With(ServerSettings.MerchantKey);

        (await merchant.View()).Expect(HttpStatusCode.OK);
        (await merchant.Accept("cards", "cards")).Expect(HttpStatusCode.OK);
        (await merchant.Cancel()).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_is_stored_only_as_a_hash()
    {
        var order = await shared.Api.Start("print-shop");
        var store = shared.Server.Services.GetRequiredService<IStore>();

        var stored = await store.FindOrder(order.Id, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(order.Token![4..], Encoding.UTF8.GetString(stored!.Body.Span), StringComparison.Ordinal);
    }
}
