using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Bodies that no frontend means to send: each has its own reply, and none leaves a trace.</summary>
public sealed class HostileAnswerTests(SharedServer shared)
{
    public static TheoryData<string, string> MalformedAnswers =>
        new()
        {
            // No JSON, or not all of it
            { "{", "" },
            { """{"accept":[{"offer":"cards"}""", "/accept/1" },
            { """{"decline":tru}""", "/decline" },
            { """{"decline":true}}""", "" },
            { """{"decline":true} {"decline":true}""", "" },
            { """{"decline":true,}""", "" },
            { """{'decline':true}""", "" },
            { """{decline:true}""", "" },
            { """/* no */ {"decline":true}""", "" },
            { "decline=true", "" },
            { "<answer/>", "" },
            { " ", "" },
            // JSON, but no answer
            { "null", "" },
            { "true", "" },
            { "[]", "" },
            { "\"accept\"", "" },
            { "{}", "" },
            { """{"accept":null}""", "" },
            { """{"decline":false}""", "" },
            { """{"accept":null,"decline":null,"inputs":null}""", "" },
            { """{"accept":[],"decline":true}""", "" },
            { """{"accept":[{"offer":"cards"}],"inputs":{}}""", "" },
            // Unknown properties
            { """{"accept":[{"offer":"cards"}],"coupon":"FREE"}""", "/coupon" },
            { """{"accept":[{"offer":"cards","price":"0.00"}]}""", "/accept/0/price" },
            { """{"decline":true,"__proto__":{}}""", "/__proto__" },
            { """{"decline":true,"$type":"Answer"}""", "/$type" },
            { """{"decline":true,"":1}""", "/" },
            { """{"decline":true,"a.b":1}""", "/a.b" },
            { """{"decline":true,"a/b~c":1}""", "/a~1b~0c" },
            { """{"decline":true,"it's ['1']":1}""", "/it's ['1']" },
            { """{"Decline":true}""", "/Decline" },
            // The same property twice
            { """{"decline":true,"decline":true}""", "/decline" },
            { """{"accept":[{"offer":"cards","offer":"cards"}]}""", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards","options":{"ink":"blue","ink":"red"}}]}""", "/accept/0/options/ink" },
            { """{"inputs":{"a":"1","a":"2"}}""", "/inputs/a" },
            // Other types than asked
            { """{"accept":{}}""", "/accept" },
            { """{"accept":"cards"}""", "/accept" },
            { """{"accept":["cards"]}""", "/accept/0" },
            { """{"accept":[[]]}""", "/accept/0" },
            { """{"accept":[{"offer":"cards"},7]}""", "/accept/1" },
            { """{"accept":[{"offer":7}]}""", "/accept/0/offer" },
            { """{"accept":[{"offer":["cards"]}]}""", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards","quantity":"250"}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":true}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":[250]}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","options":[]}]}""", "/accept/0/options" },
            { """{"accept":[{"offer":"cards","options":{"ink":1}}]}""", "/accept/0/options/ink" },
            { """{"decline":"true"}""", "/decline" },
            { """{"decline":1}""", "/decline" },
            { """{"inputs":[]}""", "/inputs" },
            { """{"inputs":"a"}""", "/inputs" },
            { """{"inputs":{"a":{}}}""", "/inputs/a" },
            { """{"inputs":{"a":[1]}}""", "/inputs/a" },
            { """{"inputs":{"a.b":{}}}""", "/inputs/a.b" },
            { """{"inputs":{"a/b~c":{}}}""", "/inputs/a~1b~0c" },
            // Numbers that are none, or none of ours
            { """{"accept":[{"offer":"cards","quantity":250.5}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":99999999999999}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":-99999999999999}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":1e400}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":NaN}]}""", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":0250}]}""", "/accept/0/quantity" },
            { """{"inputs":{"a":1e400}}""", "/inputs/a" },
            { """{"inputs":{"a":99999999999999999999999999999999}}""", "/inputs/a" },
            // Null where something is asked
            { """{"accept":[null]}""", "/accept/0" },
            { """{"accept":[{"offer":"cards"},null]}""", "/accept/1" },
            { """{"accept":[{"offer":null}]}""", "/accept/0/offer" },
            { """{"accept":[{}]}""", "/accept/0" },
            { """{"accept":[{"quantity":250}]}""", "/accept/0" },
            { """{"accept":[{"offer":"cards","options":{"ink":null}}]}""", "/accept/0/options/ink" },
            // Texts that are none
            { """{"accept":[{"offer":"\ud800"}]}""", "/accept/0/offer" },
            { """{"accept":[{"offer":"\udc00\ud800"}]}""", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards","options":{"\ud800":"blue"}}]}""", "/accept/0/options" },
            { """{"accept":[{"offer":"cards","options":{"ink":"\ud800"}}]}""", "/accept/0/options/ink" },
            { """{"inputs":{"a":"\ud800"}}""", "/inputs/a" },
            { """{"inputs":{"a":["\ud800"]}}""", "/inputs/a" },
            { """{"inputs":{"\ud800":"a"}}""", "/inputs" },
            { """{"\ud800":1}""", "" },
            { """{"accept":[{"offer":"\x"}]}""", "/accept/0/offer" },
            { "{\"accept\":[{\"offer\":\"a\nb\"}]}", "/accept/0/offer" },
        };

    public static TheoryData<string, string, string?> ImpossibleAnswers =>
        new()
        {
            { """{"accept":[{"offer":"cards","quantity":0}]}""", "quantity-not-sold", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":-1}]}""", "quantity-not-sold", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":-2147483648}]}""", "quantity-not-sold", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":1}]}""", "quantity-not-sold", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":251}]}""", "quantity-not-sold", "/accept/0/quantity" },
            { """{"accept":[{"offer":"cards","quantity":2147483647}]}""", "quantity-not-sold", "/accept/0/quantity" },
            { """{"accept":[{"offer":"soft-touch"}]}""", "unknown-offer", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards"},{"offer":"velvet"}]}""", "unknown-offer", "/accept/1/offer" },
            { """{"accept":[{"offer":"Cards"}]}""", "unknown-offer", "/accept/0/offer" },
            { """{"accept":[{"offer":""}]}""", "unknown-offer", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards\u0000"}]}""", "unknown-offer", "/accept/0/offer" },
            { """{"accept":[{"offer":"\u202e\ud83d\ude00"}]}""", "unknown-offer", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards/cards"}]}""", "unknown-offer", "/accept/0/offer" },
            { """{"accept":[{"offer":"cards"},{"offer":"cards"}]}""", "offer-twice", "/accept/1" },
            {
                """{"accept":[{"offer":"cards","options":{"paper":"silk"}}]}""",
                "not-choosable",
                "/accept/0/options/paper"
            },
            {
                """{"accept":[{"offer":"cards","options":{"colour":"red"}}]}""",
                "not-choosable",
                "/accept/0/options/colour"
            },
            {
                """{"accept":[{"offer":"cards","options":{"a/b~c":"red"}}]}""",
                "not-choosable",
                "/accept/0/options/a~1b~0c"
            },
            {
                """{"accept":[{"offer":"cards","options":{"\u0000":"\u0000"}}]}""",
                "not-choosable",
                "/accept/0/options/\0"
            },
            { """{"accept":[]}""", "decline-not-possible", null },
            { """{"decline":true}""", "decline-not-possible", null },
            { """{"inputs":{}}""", "answer-does-not-fit", null },
            { """{"inputs":{"a":null}}""", "answer-does-not-fit", null },
        };

    [Theory, MemberData(nameof(MalformedAnswers))]
    public async Task What_is_no_answer_is_told_where_and_leaves_no_trace(string body, string pointer)
    {
        var order = await shared.Api.Start("print-shop");

        var refused = await order.Answer("cards", body);

        refused.Expect(HttpStatusCode.BadRequest, "malformed-body");
        Problem.IsWellFormed(refused);
        Assert.Equal([pointer], refused.Pointers);
        await LeftNoTrace(order);

        // A preview reads the same, and a step beside it changes nothing.
        var preview = await order.Preview(body);
        Assert.Equal((refused.Status, refused.ProblemType), (preview.Status, preview.ProblemType));
        Problem.IsWellFormed(preview);
    }

    [Theory, MemberData(nameof(ImpossibleAnswers))]
    public async Task What_is_not_possible_is_told_by_its_own_type_and_leaves_no_trace(
        string body,
        string type,
        string? pointer
    )
    {
        var order = await shared.Api.Start("print-shop");

        var refused = await order.Answer("cards", body);

        refused.Expect(HttpStatusCode.UnprocessableEntity, type);
        Problem.IsWellFormed(refused);
        Assert.Equal(pointer is null ? [] : [pointer], refused.Pointers);
        await LeftNoTrace(order);

        var preview = await order.Preview($$"""{"step":"cards",{{body[1..]}}""");
        Assert.Equal((refused.Status, refused.ProblemType), (preview.Status, preview.ProblemType));
        Assert.Equal(refused.Pointers, preview.Pointers);
    }

    [Fact]
    public async Task Too_many_offers_and_those_out_of_reach_are_refused()
    {
        var order = await shared.Api.Start("print-shop");
        await order.Take("cards", Answers.Accept("cards", 250));
        (await order.Accept("paper", "silk", "soft-touch")).Expect(
            HttpStatusCode.UnprocessableEntity,
            "pick-out-of-range"
        );
        await order.Take("paper", Answers.Decline);
        var before = await order.View();

        var refused = (await order.Accept("finish", "spot-uv")).Expect(HttpStatusCode.Conflict, "offer-unavailable");

        Assert.Equal(["/accept/0"], refused.Pointers);
        Assert.Equal(before.ETag, refused.ETag);
        (await order.Accept("double", "double-it")).Expect(HttpStatusCode.Conflict, "step-not-reached");
        (await order.Decline("nowhere")).Expect(HttpStatusCode.NotFound, "unknown-step");
        Assert.Equal(before.Body, (await order.View()).Body);
    }

    [Fact]
    public async Task A_body_that_nests_too_deep_is_malformed()
    {
        var order = await shared.Api.Start("print-shop");
        foreach (var depth in (int[])[33, 64, 100_000])
        {
            foreach (var property in (string[])["inputs", "accept", "unknown"])
            {
                var body = $$"""{"{{property}}":{{new string('[', depth)}}{{new string(']', depth)}}}""";
                Problem.IsWellFormed(
                    (await order.Answer("cards", body)).Expect(HttpStatusCode.BadRequest, "malformed-body")
                );
            }
        }

        await LeftNoTrace(order);
    }

    [Fact]
    public async Task A_body_over_256_KiB_is_too_large()
    {
        var order = await shared.Api.Start("print-shop");
        var most = Padded(256 * 1024);
        (await order.Answer("cards", most)).Expect(HttpStatusCode.UnprocessableEntity, "unknown-offer");

        var refused = await order.Answer("cards", Padded(256 * 1024 + 1));

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.RequestEntityTooLarge, "too-large"));
        using var chunked = new ChunkedContent(Encoding.UTF8.GetBytes(Padded(300 * 1024)));
        var unannounced = await shared.Api.Send(
            HttpMethod.Put,
            $"/v1/orders/{order.Id}/answers/cards",
            chunked,
            order.Token
        );
        Problem.IsWellFormed(unannounced.Expect(HttpStatusCode.RequestEntityTooLarge, "too-large"));
        await LeftNoTrace(order);

        static string Padded(int length) => $$"""{"accept":[{"offer":"{{new string('x', length - 25)}}"}]}""";
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/xml")]
    [InlineData("application/jsonx")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public async Task A_body_of_another_type_is_not_read(string? contentType)
    {
        var order = await shared.Api.Start("print-shop");
        foreach (var (method, path) in Bodies(order))
        {
            using var content = Content("""{"accept":[{"offer":"cards"}]}""", contentType);

            var refused = await shared.Api.Send(method, path, content, order.Token);

            Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"));
        }

        await LeftNoTrace(order);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/vnd.shop+json")]
    public async Task JSON_by_any_of_its_names_is_read(string contentType)
    {
        var order = await shared.Api.Start("print-shop");
        using var content = Content("""{"accept":[{"offer":"cards"}]}""", contentType);

        (await shared.Api.Send(HttpMethod.Put, $"/v1/orders/{order.Id}/answers/cards", content, order.Token)).Expect(
            HttpStatusCode.OK
        );
    }

    [Theory]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=utf-16")]
    public async Task JSON_in_another_encoding_is_refused(string contentType)
    {
        var order = await shared.Api.Start("print-shop");
        foreach (var (method, path) in Bodies(order))
        {
            using var content = Content("""{"accept":[{"offer":"cards"}]}""", contentType);

            var refused = await shared.Api.Send(method, path, content, order.Token);

            Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"));
        }

        await LeftNoTrace(order);
    }

    [Theory]
    [InlineData(new byte[] { 0xff })]
    [InlineData(new byte[] { 0xc3 })]
    [InlineData(new byte[] { 0xc0, 0xaf })]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 })]
    [InlineData(new byte[] { 0xf5, 0x80, 0x80, 0x80 })]
    public async Task Invalid_UTF_8_is_malformed_wherever_it_stands(byte[] bytes)
    {
        var order = await shared.Api.Start("print-shop");
        foreach (
            var body in (string[])
                [
                    """{"accept":[{"offer":"?"}]}""",
                    """{"?":1}""",
                    """{"accept":[{"offer":"cards","options":{"?":"a"}}]}""",
                    """{"inputs":{"?":"a"}}""",
                    """{"inputs":{"a":"?"}}""",
                    "?",
                ]
        )
        {
            byte[] raw = [.. body.SelectMany(character => character == '?' ? bytes : [(byte)character])];
            using var content = new ByteArrayContent(raw)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };

            var refused = await shared.Api.Send(
                HttpMethod.Put,
                $"/v1/orders/{order.Id}/answers/cards",
                content,
                order.Token
            );

            Problem.IsWellFormed(refused.Expect(HttpStatusCode.BadRequest, "malformed-body"));
        }

        await LeftNoTrace(order);
    }

    [Fact]
    public async Task A_missing_body_is_told_so()
    {
        var order = await shared.Api.Start("print-shop");

        foreach (
            var (method, path) in Bodies(order).Where(call => !call.Path.EndsWith("/orders", StringComparison.Ordinal))
        )
        {
            var refused = await shared.Api.Send(method, path, body: null, order.Token);
            Problem.IsWellFormed(refused);
            Assert.True((int)refused.Status is 400 or 415, refused.Body);
            Problem.IsWellFormed(
                (await shared.Api.Send(method, path, "", order.Token)).Expect(
                    HttpStatusCode.BadRequest,
                    "malformed-body"
                )
            );
        }

        await LeftNoTrace(order);
    }

    [Fact]
    public async Task Very_long_texts_are_refused_or_kept_as_they_are()
    {
        var longest = new string('é', 40_000);
        var order = await shared.Api.Start("print-shop");
        foreach (
            var body in (object[])
                [
                    Answers.Accept(longest),
                    new
                    {
                        accept = new[]
                        {
                            new { offer = "cards", options = new Dictionary<string, string> { [longest] = "x" } },
                        },
                    },
                    new
                    {
                        accept = new[]
                        {
                            new { offer = "cards", options = new Dictionary<string, string> { ["paper"] = longest } },
                        },
                    },
                    Answers.Inputs(new Dictionary<string, string> { [longest] = "x" }),
                ]
        )
        {
            Problem.IsWellFormed((await order.Answer("cards", body)).Expect(HttpStatusCode.UnprocessableEntity));
        }

        await LeftNoTrace(order);
        foreach (var field in (string[])["locale", "country", "channel", "device", "referrer"])
        {
            var refused = await shared.Api.TryStart("print-shop", new Dictionary<string, string> { [field] = longest });
            Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnprocessableEntity, "inputs-invalid"));
            Assert.Equal([$"/{field}"], refused.Pointers);
        }
    }

    [Fact]
    public async Task An_answer_of_ten_thousand_offers_is_refused_in_no_time()
    {
        var order = await shared.Api.Start("print-shop");
        var body = $$"""{"accept":[{{string.Join(',', Enumerable.Repeat("""{"offer":"cards"}""", 10_000))}}]}""";

        (await order.Answer("cards", body)).Expect(HttpStatusCode.UnprocessableEntity, "offer-twice");

        await LeftNoTrace(order);
    }

    private static async Task LeftNoTrace(OrderClient order)
    {
        var after = (await order.View()).Expect(HttpStatusCode.OK);
        Assert.Equal(
            order.Started.Body.Replace($"\"token\":\"{order.Token}\",", "", StringComparison.Ordinal),
            after.Body
        );
    }

    private static ByteArrayContent Content(string body, string? contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        return content;
    }

    private static IEnumerable<(HttpMethod Method, string Path)> Bodies(OrderClient order) =>
        [
            (HttpMethod.Put, $"/v1/orders/{order.Id}/answers/cards"),
            (HttpMethod.Post, $"/v1/orders/{order.Id}/preview"),
            (HttpMethod.Post, $"/v1/orders/{order.Id}/complete"),
            (HttpMethod.Post, "/v1/funnels/print-shop/orders"),
        ];

    /// <summary>A body whose length is not told beforehand.</summary>
    private sealed class ChunkedContent : HttpContent
    {
        private readonly byte[] _bytes;

        public ChunkedContent(byte[] bytes)
        {
            _bytes = bytes;
            Headers.ContentType = new("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(_bytes).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
