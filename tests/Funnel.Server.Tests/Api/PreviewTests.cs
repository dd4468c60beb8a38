using System.Net;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Api;

public sealed class PreviewTests(SharedServer shared)
{
    private IStore Store => shared.Server.Services.GetRequiredService<IStore>();

    [Fact]
    public async Task A_preview_is_the_order_as_it_would_be()
    {
        var order = await Order();

        var preview = (await order.Preview("""{"step":"paper","accept":[{"offer":"soft-touch"}]}""")).Expect(
            HttpStatusCode.OK
        );
        var taken = await order.Take("paper", Answers.Accept("soft-touch"));

        Assert.Equal(taken.Json.GetProperty("totals").GetRawText(), preview.Json.GetProperty("totals").GetRawText());
        Assert.Equal(taken.Json.GetProperty("lines").GetRawText(), preview.Json.GetProperty("lines").GetRawText());
        Assert.Equal(taken.Json.GetProperty("ledger").GetRawText(), preview.Json.GetProperty("ledger").GetRawText());
        Assert.Equal(taken.Json.GetProperty("step").GetRawText(), preview.Json.GetProperty("step").GetRawText());
    }

    [Fact]
    public async Task A_preview_stores_nothing()
    {
        var order = await Order();
        var before = await order.View();
        var stored = await Store.FindOrder(order.Id, TestContext.Current.CancellationToken);

        var preview = (await order.Preview("""{"step":"cards","accept":[{"offer":"cards","quantity":1000}]}""")).Expect(
            HttpStatusCode.OK
        );

        Assert.Equal(before.Revision, preview.Revision);
        Assert.Equal(before.ETag, preview.ETag);
        Assert.Equal(before.Body, (await order.View()).Body);
        var after = await Store.FindOrder(order.Id, TestContext.Current.CancellationToken);
        Assert.Equal(stored!.Revision, after!.Revision);
        Assert.Equal(stored.TouchedAt, after.TouchedAt);
        Assert.Equal(stored.Body.ToArray(), after.Body.ToArray());
        Assert.Equal(2, (await Store.ReadEvents(order.Id, TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task A_preview_of_a_changed_answer_names_what_would_fall_away()
    {
        var order = await Order();
        await order.Take("paper", Answers.Accept("soft-touch"));
        await order.Take("finish", Answers.Accept("spot-uv"));

        var preview = (await order.Preview("""{"step":"paper","decline":true}""")).Expect(HttpStatusCode.OK);

        Assert.Equal("finish", preview.TextAt("/dropped/0/step"));
        Assert.Equal("finish", preview.Step);
        Assert.Equal("box", (await order.View()).Step);
    }

    [Fact]
    public async Task A_preview_of_what_is_refused_is_refused()
    {
        var order = await Order();

        (await order.Preview("""{"step":"paper","accept":[{"offer":"velvet"}]}""")).Expect(
            HttpStatusCode.UnprocessableEntity,
            "unknown-offer"
        );
        (await order.Preview("""{"step":"box","decline":true}""")).Expect(HttpStatusCode.Conflict, "step-not-reached");
        (await order.Preview("""{"step":"nowhere","decline":true}""")).Expect(HttpStatusCode.NotFound, "unknown-step");
        var missing = (await order.Preview("""{"decline":true}""")).Expect(HttpStatusCode.BadRequest, "malformed-body");
        Assert.Equal([""], missing.Pointers);
    }

    private async Task<OrderClient> Order()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards", 250));
        return order;
    }
}
