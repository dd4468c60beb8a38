using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class FormTests(SharedServer shared)
{
    private const string Filled = """{"inputs":{"email":"zoe@example.com","people":3}}""";

    [Fact]
    public async Task A_form_shows_its_fields_in_place_of_offers()
    {
        var order = await shared.Api.Start("software-plans");

        var step = order.Started.Json.GetProperty("step");

        Assert.Equal("form", step.TextAt("/kind"));
        Assert.Equal(["email", "people", "website"], step.GetProperty("fields").Values("id"));
        Assert.Equal(["email", "number", "url"], step.GetProperty("fields").Values("type"));
        Assert.False(step.TryGetProperty("offers", out _));
        Assert.False(step.TryGetProperty("pick", out _));
    }

    [Fact]
    public async Task A_filled_in_form_leads_on_and_costs_nothing()
    {
        var order = await shared.Api.Start("software-plans");

        var reply = await order.Take("about", Filled);

        Assert.Equal("starter-plan", reply.Step);
        Assert.Equal("0.00", reply.Total);
        Invariants.Hold(reply);
    }

    [Fact]
    public async Task What_a_form_says_decides_where_the_walk_goes()
    {
        var order = await shared.Api.Start("software-plans");
        await order.Take("about", Filled);

        var reply = await order.Take("about", """{"inputs":{"email":"zoe@example.com","people":5000}}""");

        Assert.NotEqual("starter-plan", reply.Step);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_form_is_said_at_once()
    {
        var order = await shared.Api.Start("software-plans");

        var refused = await order.Answer(
            "about",
            """{"inputs":{"people":0,"website":"javascript:alert(1)","a/b~c":"?"}}"""
        );

        refused.Expect(HttpStatusCode.UnprocessableEntity, "inputs-invalid");
        Problem.IsWellFormed(refused);
        Assert.Equal(
            ["/inputs", "/inputs/a~1b~0c", "/inputs/people", "/inputs/website"],
            refused.Pointers.Order(StringComparer.Ordinal)
        );
        Assert.Equal("about", (await order.View()).Step);
    }

    [Theory]
    [InlineData("""{"inputs":{"email":"zoe","people":3}}""", "/inputs/email")]
    [InlineData("""{"inputs":{"email":7,"people":3}}""", "/inputs/email")]
    [InlineData("""{"inputs":{"email":"z\u0000oe@example.com","people":3}}""", "/inputs/email")]
    [InlineData("""{"inputs":{"email":"zoe@example.com","people":"3"}}""", "/inputs/people")]
    [InlineData("""{"inputs":{"email":"zoe@example.com","people":5001}}""", "/inputs/people")]
    [InlineData("""{"inputs":{"email":"zoe@example.com","people":-1}}""", "/inputs/people")]
    [InlineData("""{"inputs":{"email":"zoe@example.com","people":true}}""", "/inputs/people")]
    [InlineData("""{"inputs":{"email":"zoe@example.com","people":["3"]}}""", "/inputs/people")]
    [InlineData("""{"inputs":{"email":"   ","people":3}}""", "/inputs")]
    [InlineData("""{"inputs":{"email":null,"people":3}}""", "/inputs")]
    public async Task A_wrong_input_is_pointed_at(string answer, string pointer)
    {
        var order = await shared.Api.Start("software-plans");

        var refused = (await order.Answer("about", answer)).Expect(
            HttpStatusCode.UnprocessableEntity,
            "inputs-invalid"
        );

        Problem.IsWellFormed(refused);
        Assert.Equal([pointer], refused.Pointers);
        Assert.Equal(order.Started.ETag, (await order.View()).ETag);
    }

    [Fact]
    public async Task A_form_with_required_fields_cannot_be_declined()
    {
        var order = await shared.Api.Start("software-plans");

        (await order.Decline("about")).Expect(HttpStatusCode.UnprocessableEntity, "decline-not-possible");
        (await order.Answer("about", """{"inputs":{}}""")).Expect(HttpStatusCode.UnprocessableEntity, "inputs-invalid");
    }

    [Fact]
    public async Task A_form_is_not_answered_with_offers_nor_offers_with_a_form()
    {
        var plans = await shared.Api.Start("software-plans");
        (await plans.Accept("about", "starter")).Expect(HttpStatusCode.UnprocessableEntity, "answer-does-not-fit");

        var cards = await shared.Api.Start("print-shop");
        (await cards.Answer("cards", """{"inputs":{"a":"b"}}""")).Expect(
            HttpStatusCode.UnprocessableEntity,
            "answer-does-not-fit"
        );
    }
}
