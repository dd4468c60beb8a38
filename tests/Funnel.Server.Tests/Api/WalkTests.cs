using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Server.Api;
using Funnel.Server.Funnels;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Funnel.Server.Tests.Api;

/// <summary>A definition is walked without being published.</summary>
public sealed class WalkTests(SharedServer shared)
{
    private const string MugAccepted = """{"step":"mug","accept":[{"offer":"mug"}]}""";

    private static string PrintShop { get; } = Content("print-shop");

    [Fact]
    public async Task It_starts_at_the_first_step_and_leads_to_consent()
    {
        var started = (await Walk(SmallFunnel.Mug())).Expect(HttpStatusCode.OK);
        var order = started.Json.GetProperty("order");
        Assert.Equal(
            ("ord_try", "mug", "mug", "open"),
            (order.TextAt("/id"), order.TextAt("/funnel/id"), order.TextAt("/step/id"), order.TextAt("/status"))
        );
        Assert.Equal((0, 1), (order.At("/funnel/version").GetInt32(), order.GetProperty("revision").GetInt32()));
        Assert.False(order.TryGetProperty("token", out _));

        var walked = await Walk(
            SmallFunnel.Mug(),
            MugAccepted,
            MugAccepted,
            """{"step":"spoon","decline":true}""",
            """{"step":"mug","back":true}""",
            MugAccepted,
            """{"step":"spoon","accept":[{"offer":"spoon"}]}""",
            """{"complete":{"total":"6.00"}}"""
        );

        var completed = walked.Expect(HttpStatusCode.OK).Json.GetProperty("order");
        Assert.Equal(("completed", 7), (completed.TextAt("/status"), completed.GetProperty("revision").GetInt32()));
    }

    [Fact]
    public async Task Its_last_action_tells_what_fell_away()
    {
        var order = (
            await Walk(
                SmallFunnel.Mug(),
                MugAccepted,
                """{"step":"spoon","accept":[{"offer":"spoon"}]}""",
                """{"step":"mug","back":true}"""
            )
        ).Json.GetProperty("order");

        Assert.Equal("spoon", Assert.Single(order.GetProperty("dropped").EnumerateArray()).TextAt("/step"));
    }

    [Fact]
    public async Task It_happens_when_and_to_whom_the_start_says()
    {
        const string christmas =
            """{"at":"2026-12-01T14:30:00+01:00","locale":"nl","customer":{"segment":"business"}}""";

        const string june = """{"at":"2026-06-01T00:00:00Z","locale":"en"}""";

        var winter = await Start(PrintShop, christmas);
        var summer = await Start(PrintShop, june);

        Assert.StartsWith("2026-12-0", winter.TextAt("/order/expiresAt"), StringComparison.Ordinal);
        Assert.StartsWith("2026-06-0", summer.TextAt("/order/expiresAt"), StringComparison.Ordinal);
        Assert.Equal(("nl", "en"), (winter.TextAt("/order/locale"), summer.TextAt("/order/locale")));
        Assert.Contains("letterhead", await StepsShown(christmas));
        Assert.Contains("christmas", await StepsShown(christmas));
        Assert.DoesNotContain("letterhead", await StepsShown(june));
        Assert.DoesNotContain("christmas", await StepsShown(june));
    }

    [Fact]
    public async Task It_speaks_the_language_of_who_asks_where_the_start_names_none()
    {
        var dutch = await shared.Api.Send(
            HttpMethod.Post,
            "/v1/funnels/walk",
            (object?)Body(PrintShop, "{}"),
            ServerSettings.MerchantKey,
            ("Accept-Language", "nl")
        );

        Assert.Equal("nl", dutch.TextAt("/order/locale"));
    }

    [Fact]
    public async Task A_key_is_used_once_for_it()
    {
        await using var server = RunningServer.Start();

        await server.Api.Send(
            HttpMethod.Post,
            "/v1/funnels/walk",
            (object?)Body(SmallFunnel.Mug(), """{"customer":{"segment":"business"}}"""),
            ServerSettings.MerchantKey
        );

        Assert.Single(server.Log, line => line.Message.Contains("Merchant key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_definition_with_errors_is_not_walked_and_its_report_says_where_they_are()
    {
        var refused = (await Send("{\"definition\": {\n  \"id\": \"mug\",\n  \"id\": 5\n}}")).Expect(
            HttpStatusCode.Conflict,
            "not-publishable"
        );

        Problem.IsWellFormed(refused);
        Assert.Contains(
            refused.Json.At("/report/problems").EnumerateArray(),
            problem => problem.GetProperty("line").GetInt32() == 3 && problem.TextAt("/pointer") == "/id"
        );
    }

    [Fact]
    public async Task Errors_that_only_its_walks_show_leave_it_to_be_walked()
    {
        var neverShown = SmallFunnel
            .Mug()
            .Replace(
                "\"kind\": \"crossSell\",",
                """ "kind": "crossSell", "when": { "fact": "order.subtotal", "lessThan": "1.00" },""",
                StringComparison.Ordinal
            );
        var check = await shared.Api.Send(
            HttpMethod.Post,
            "/v1/funnels/check",
            (object?)neverShown,
            ServerSettings.MerchantKey
        );
        Assert.False(check.Json.GetProperty("publishable").GetBoolean());

        var walked = (await Walk(neverShown, MugAccepted)).Expect(HttpStatusCode.OK);

        Assert.Equal(JsonValueKind.Null, walked.Json.At("/order/step").ValueKind);
    }

    [Fact]
    public async Task A_refusal_says_which_action_it_was_and_how_the_order_stood()
    {
        var refused = await Walk(SmallFunnel.Mug(), MugAccepted, """{"step":"spoon","accept":[{"offer":"fork"}]}""");

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnprocessableEntity, "unknown-offer"));
        Assert.Equal(1, refused.Json.GetProperty("action").GetInt32());
        Assert.Equal(["/accept/0/offer"], refused.Pointers);
        Assert.Equal("spoon", refused.TextAt("/order/step/id"));
        Assert.Equal(2, refused.Json.At("/order/revision").GetInt32());
    }

    [Theory]
    [InlineData("{}", true, "")]
    [InlineData("""{"step":"mug"}""", true, "")]
    [InlineData("""{"cancel":false}""", true, "")]
    [InlineData("""{"step":"mug","back":false}""", true, "")]
    [InlineData("""{"step":"mug","back":true,"decline":true}""", true, "")]
    [InlineData("""{"decline":true}""", true, "")]
    [InlineData("""{"cancel":true,"complete":{"total":"5.00"}}""", true, "")]
    [InlineData("""{"step":"mug","cancel":true}""", true, "")]
    [InlineData("""{"step":"mug","accept":[null]}""", true, "/accept/0")]
    [InlineData("""{"complete":{"total":"five"}}""", true, "/total")]
    [InlineData("""{"inputs":{},"decline":true}""", true, "")]
    [InlineData("""{"inputs":{},"cancel":true}""", true, "")]
    [InlineData("null", false, "/actions/0")]
    [InlineData("""{"steps":"mug"}""", false, "/actions/0/steps")]
    [InlineData("""{"complete":{}}""", false, "/actions/0/complete")]
    public async Task What_is_no_action_is_refused(string action, bool wasRead, string pointer)
    {
        var refused = await Walk(SmallFunnel.Mug(), action);

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.BadRequest, "malformed-body"));
        Assert.Equal([pointer], refused.Pointers);
        Assert.Equal(wasRead, refused.Json.TryGetProperty("action", out _));
    }

    [Theory]
    [InlineData("""{"country":"Netherlands"}""", "/start/country")]
    [InlineData("""{"inputs":{"artwork":"x"}}""", "/start/inputs/artwork")]
    [InlineData("""{"at":"1999-12-31T23:59:59Z"}""", "/start/at")]
    [InlineData("""{"at":"3000-01-01T00:00:00Z"}""", "/start/at")]
    [InlineData("""{"at":"9999-12-31T23:59:59-14:00"}""", "/start/at")]
    public async Task A_start_is_judged_as_an_order_s_is(string start, string pointer)
    {
        var refused = await Start(SmallFunnel.Mug(), start);

        Problem.IsWellFormed(refused);
        Assert.Equal([pointer], refused.Pointers);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"definition":null}""")]
    [InlineData("""{"start":{}}""")]
    [InlineData("""{"definition":{}""")]
    [InlineData("""{"definition":{},"actions":null,"step":1}""")]
    [InlineData("""{"definition":{},"start":{"at":"soon"}}""")]
    public async Task What_is_no_walk_is_refused(string body) =>
        Problem.IsWellFormed((await Send(body)).Expect(HttpStatusCode.BadRequest, "malformed-body"));

    [Theory]
    [InlineData("5")]
    [InlineData("\"mug\"")]
    [InlineData("[]")]
    public async Task What_is_no_definition_is_told_so(string definition) =>
        (await Walk(definition)).Expect(HttpStatusCode.Conflict, "not-publishable");

    [Fact]
    public async Task A_walk_of_five_hundred_actions_is_taken_and_no_longer_one()
    {
        // Most of them change nothing: the same answer again.
        string[] longest = [.. Enumerable.Repeat(MugAccepted, 500)];

        Assert.Equal(2, (await Walk(SmallFunnel.Mug(), longest)).Json.At("/order/revision").GetInt32());
        var refused = await Walk(SmallFunnel.Mug(), [.. longest, MugAccepted]);
        Assert.Equal(["/actions"], refused.Expect(HttpStatusCode.BadRequest, "malformed-body").Pointers);
    }

    [Fact]
    public async Task There_is_room_beside_the_largest_definition()
    {
        var mug = SmallFunnel.Mug();
        var room = new string(' ', FunnelFile.MostBytes - mug.Length);
        var most = new string(' ', 60 * 1024);

        (await Walk(mug.Insert(1, room), MugAccepted + most)).Expect(HttpStatusCode.OK);
        foreach (
            var tooLarge in (string[])[Body(mug.Insert(1, room + " "), "{}"), Body(mug + room + most + most, "{}")]
        )
        {
            (await Send(tooLarge)).Expect(HttpStatusCode.RequestEntityTooLarge, "too-large");
        }
    }

    [Fact]
    public async Task Actions_that_take_too_long_are_stopped()
    {
        using var checks = new Checks();
        var request = new WalkRequest
        {
            Definition = new(Encoding.UTF8.GetBytes(SmallFunnel.Mug())),
            Actions = [.. Enumerable.Repeat(new WalkActionRequest { Step = "mug", Decline = true }, 3)],
        };

        var outcome = await WalkApi.Walk(request, checks, new LeapingClock(), new DefaultHttpContext());

        var problem = Assert.IsType<ProblemResult>(outcome.Result);
        Assert.Equal("urn:funnel:walk-too-long", problem.Value.Type);
    }

    private static string Content(string shop) => File.ReadAllText(Path.Combine(Repository.Funnels, $"{shop}.json"));

    /// <summary>The steps that the print shop asks whoever accepts the least.</summary>
    private async Task<IReadOnlyList<string>> StepsShown(string start)
    {
        var actions = new JsonArray();
        var shown = new List<string>();
        while (true)
        {
            var reply = await Send(Body(PrintShop, start, actions.ToJsonString()));
            var step = reply.Expect(HttpStatusCode.OK).Json.At("/order/step");
            if (step.TextAt("/id") is not { } id)
            {
                return shown;
            }

            shown.Add(id);
            // Dear enough for what is offered to larger orders only.
            var answer = id == "cards" ? Answers.Accept("cards", 1000) : Walker.DeclineOrLeast(step);
            var action = JsonSerializer.SerializeToNode(answer, JsonSerializerOptions.Web)!;
            action["step"] = id;
            actions.Add(action);
        }
    }

    private static string Body(string definition, string start, string actions = "[]") =>
        $"{{\"definition\":{definition},\"start\":{start},\"actions\":{actions}}}";

    private Task<Reply> Start(string definition, string start) => Send(Body(definition, start));

    private Task<Reply> Walk(string definition, params string[] actions) =>
        Send(Body(definition, "{}", $"[{string.Join(',', actions)}]"));

    private Task<Reply> Send(string body) =>
        shared.Api.Send(HttpMethod.Post, "/v1/funnels/walk", (object?)body, ServerSettings.MerchantKey);

    /// <summary>Whenever it is asked, a minute has passed.</summary>
    private sealed class LeapingClock : TimeProvider
    {
        private long _minutes;

        public override long GetTimestamp() => Interlocked.Increment(ref _minutes) * 60 * TimestampFrequency;
    }
}
