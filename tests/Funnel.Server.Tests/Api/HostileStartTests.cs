using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class HostileStartTests(SharedServer shared)
{
    [Theory]
    [InlineData("""{"country":"Netherlands"}""", "/country")]
    [InlineData("""{"country":"N1"}""", "/country")]
    [InlineData("""{"country":""}""", "/country")]
    [InlineData("""{"country":"ÑL"}""", "/country")]
    [InlineData("""{"country":"\u0000\u0000"}""", "/country")]
    [InlineData("""{"inputs":{"artwork":"javascript:alert(1)"}}""", "/inputs/artwork")]
    [InlineData("""{"inputs":{"artwork":"file:///etc/passwd"}}""", "/inputs/artwork")]
    [InlineData("""{"inputs":{"artwork":7}}""", "/inputs/artwork")]
    [InlineData("""{"inputs":{"artwork":true}}""", "/inputs/artwork")]
    [InlineData("""{"inputs":{"artwork":"https://example.com/\u0000"}}""", "/inputs/artwork")]
    [InlineData("""{"inputs":{"logo":"https://example.com"}}""", "/inputs/logo")]
    [InlineData("""{"inputs":{"a/b~c":"https://example.com"}}""", "/inputs/a~1b~0c")]
    public async Task What_cannot_be_is_pointed_at(string body, string pointer)
    {
        var refused = await shared.Api.TryStart("print-shop", body);

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnprocessableEntity, "inputs-invalid"));
        Assert.Equal([pointer], refused.Pointers);
    }

    [Fact]
    public async Task Of_thousands_of_wrong_inputs_the_first_are_pointed_at()
    {
        var inputs = Enumerable.Range(0, 10_000).ToDictionary(number => $"x{number}", _ => "y");

        var refused = await shared.Api.TryStart("print-shop", new { inputs });

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnprocessableEntity, "inputs-invalid"));
        Assert.Equal(inputs.Keys.Take(100).Select(name => $"/inputs/{name}"), refused.Pointers);
    }

    [Theory]
    [InlineData("""{"locale":7}""", "/locale")]
    [InlineData("""{"locale":["nl"]}""", "/locale")]
    [InlineData("""{"price":"0.00"}""", "/price")]
    [InlineData("""{"token":"tok_mine"}""", "/token")]
    [InlineData("""{"inputs":{"artwork":{}}}""", "/inputs/artwork")]
    [InlineData("""{"inputs":{"artwork":["a",null]}}""", "/inputs/artwork")]
    [InlineData("""{"referrer":"\ud800"}""", "/referrer")]
    [InlineData("""{"locale":"nl","locale":"en"}""", "/locale")]
    [InlineData("[]", "")]
    [InlineData("{", "")]
    [InlineData("7", "")]
    public async Task What_is_no_start_is_pointed_at(string body, string pointer)
    {
        var refused = await shared.Api.TryStart("print-shop", body);

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.BadRequest, "malformed-body"));
        Assert.Equal([pointer], refused.Pointers);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData(
        """{"locale":null,"country":null,"channel":null,"device":null,"referrer":null,"customer":null,"inputs":null}"""
    )]
    [InlineData("""{"inputs":{"artwork":null}}""")]
    [InlineData("""{"country":"nl"}""")]
    [InlineData(
        """{"country":"ZZ","channel":"","device":"\u0000","referrer":"\ud83d\ude00'; DROP TABLE orders; --"}"""
    )]
    public async Task Whatever_may_be_left_out_or_empty_starts_an_order(string body)
    {
        var order = await shared.Api.Start("print-shop", body);

        (await order.Accept("cards", "cards")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Odd_facts_of_a_customer_are_kept_and_do_no_harm()
    {
        var facts = string.Join(',', Enumerable.Range(0, 95).Select(i => $"\"fact-{i}\":{i}"));
        var body = $$"""
            { "customer": { {{facts}}, "": "", "\u0000": "\u0000", "a/b~c": "x", "big": 79228162514264337593543950335, "tiny": 1e-28 } }
            """;

        var order = await shared.Api.Start("software-plans", body, ServerSettings.MerchantKey);

        await order.WalkToEnd(Walker.DeclineOrLeast);
        (
            await shared.Api.TryStart(
                "print-shop",
                body.Replace("\"big\"", "\"one\":1,\"big\"", StringComparison.Ordinal),
                ServerSettings.MerchantKey
            )
        ).Expect(HttpStatusCode.UnprocessableEntity, "inputs-invalid");
    }

    [Theory]
    [InlineData("no-such-funnel")]
    [InlineData("PRINT-SHOP")]
    [InlineData("print-shop%20")]
    [InlineData("%F0%9F%98%80")]
    [InlineData("print-shop%2Forders")]
    public async Task An_unknown_funnel_is_not_found(string funnel)
    {
        var refused = await shared.Api.TryStart(funnel);

        Problem.IsWellFormed(refused);
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }
}
