using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What is handed over when an order starts, the shopper's logo, and may be another while it is open.</summary>
public sealed class HandedOverTests(SharedServer shared)
{
    private const string Logo = "https://images.example/logo.svg";
    private const string Other = "https://images.example/other.svg";

    [Fact]
    public async Task An_order_shows_what_was_handed_over_at_its_start()
    {
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } });

        Assert.Equal(Logo, order.Started.TextAt("/inputs/artwork"));
        Assert.Equal(Logo, (await order.View()).TextAt("/inputs/artwork"));
        var without = await shared.Api.Start("print-shop", """{"inputs":{"artwork":null}}""");
        Assert.Equal("{}", Inputs(without.Started));
    }

    [Fact]
    public async Task Another_one_is_on_all_that_carries_it_and_costs_nothing()
    {
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } });
        await order.Take("cards", Answers.Accept("cards", 250));
        await order.Take("paper", Answers.Accept("soft-touch"));
        var before = await order.Take("finish", Answers.Decline);
        Assert.Equal(Logo, before.TextAt("/lines/0/personalised/artwork"));

        var reply = (await order.ChangeInputs(new { artwork = Other })).Expect(HttpStatusCode.OK);

        Assert.Equal((before.Revision + 1, before.Total, before.Step), (reply.Revision, reply.Total, reply.Step));
        Assert.Equal(Other, reply.TextAt("/inputs/artwork"));
        Assert.Equal(Other, reply.TextAt("/lines/0/personalised/artwork"));
        Assert.Empty(reply.Json.GetProperty("dropped").EnumerateArray());
        Invariants.Hold(reply);
    }

    [Theory]
    [InlineData("""{"inputs":{}}""")]
    [InlineData("""{"inputs":{"artwork":null}}""")]
    public async Task What_is_left_out_or_null_is_taken_away(string body)
    {
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } });

        var reply = (await order.Send(HttpMethod.Put, "/inputs", body)).Expect(HttpStatusCode.OK);

        Assert.Equal(("{}", 2), (Inputs(reply), reply.Revision));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_tells_nobody()
    {
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } });
        await order.Take("cards", Answers.Accept("cards"));
        var changed = (await order.ChangeInputs(new { artwork = Other })).Expect(HttpStatusCode.OK);

        var again = (await order.ChangeInputs(new { artwork = Other })).Expect(HttpStatusCode.OK);

        Assert.Equal((changed.Body, changed.ETag), (again.Body, again.ETag));
        var events = (await order.With(ServerSettings.MerchantKey).Events()).Json.GetProperty("events");
        Assert.Equal(["order.started", "step.answered", "order.revised"], events.Values("type"));
        Assert.False(events[2].GetProperty("data").TryGetProperty("step", out _));
    }

    [Fact]
    public async Task It_is_checked_as_at_the_start()
    {
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } });

        var refused = (await order.ChangeInputs(new { artwork = "my logo", slogan = "Print!" })).Expect(
            HttpStatusCode.UnprocessableEntity,
            "inputs-invalid"
        );

        Problem.IsWellFormed(refused);
        Assert.Equal(["/inputs/artwork", "/inputs/slogan"], refused.Pointers);
        Assert.Equal(order.Started.ETag, refused.ETag);
        Assert.Equal(Logo, (await order.View()).TextAt("/inputs/artwork"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inputs":null}""")]
    [InlineData("""{"inputs":[]}""")]
    [InlineData("""{"inputs":{"artwork":{"url":"https://images.example/logo.svg"}}}""")]
    [InlineData("""{"inputs":{"artwork":"https://a.example","artwork":"https://b.example"}}""")]
    [InlineData("""{"inputs":{},"country":"NL"}""")]
    public async Task What_is_no_such_body_is_told_so(string body)
    {
        var order = await shared.Api.Start("print-shop");

        var refused = (await order.Send(HttpMethod.Put, "/inputs", body)).Expect(
            HttpStatusCode.BadRequest,
            "malformed-body"
        );

        Problem.IsWellFormed(refused);
        Assert.Equal(order.Started.ETag, (await order.View()).ETag);
    }

    [Fact]
    public async Task It_can_be_changed_at_an_expected_revision_only_and_only_while_the_order_is_open()
    {
        var order = await shared.Api.Start("print-shop");
        (await order.ChangeInputs(new { artwork = Logo }, ("If-Match", "\"1\""))).Expect(HttpStatusCode.OK);

        var stale = await order.ChangeInputs(new { artwork = Other }, ("If-Match", "\"1\""));
        stale.Expect(HttpStatusCode.PreconditionFailed, "stale-revision");
        Assert.Equal(Logo, stale.TextAt("/order/inputs/artwork"));
        (await order.ChangeInputs(new { artwork = Other }, ("If-Match", "1"))).Expect(
            HttpStatusCode.BadRequest,
            "malformed-request"
        );

        await order.Cancel();
        var closed = (await order.ChangeInputs(new { artwork = Other })).Expect(
            HttpStatusCode.Conflict,
            "order-cancelled"
        );
        Assert.Equal(Logo, closed.TextAt("/order/inputs/artwork"));
    }

    [Fact]
    public async Task An_idempotent_start_gives_the_order_with_what_it_has_now()
    {
        (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var order = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } }, null, key);
        await order.ChangeInputs(new { artwork = Other });

        var again = await shared.Api.Start("print-shop", new { inputs = new { artwork = Logo } }, null, key);

        Assert.Equal((order.Id, Other), (again.Id, again.Started.TextAt("/inputs/artwork")));
    }

    private static string Inputs(Reply reply) => reply.Json.GetProperty("inputs").GetRawText();
}
