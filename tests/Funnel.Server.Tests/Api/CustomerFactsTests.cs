using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Who may say who the customer is.</summary>
public sealed class CustomerFactsTests(SharedServer shared)
{
    private const string Charity = """{"customer":{"segment":"charity"}}""";

    [Fact]
    public async Task From_a_frontend_they_are_refused()
    {
        var refused = (await shared.Api.TryStart("software-plans", Charity)).Expect(
            HttpStatusCode.Forbidden,
            "customer-not-trusted"
        );

        Problem.IsWellFormed(refused);
        Assert.Equal(["/customer"], refused.Pointers);
        (await shared.Api.TryStart("software-plans", Charity, "no-merchant-s-key-at-all")).Expect(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task Another_order_s_token_does_not_make_them_trusted()
    {
        var order = await shared.Api.Start("print-shop");

        (await shared.Api.TryStart("software-plans", Charity, order.Token)).Expect(
            HttpStatusCode.Forbidden,
            "customer-not-trusted"
        );
    }

    [Fact]
    public async Task No_facts_need_no_trust()
    {
        (await shared.Api.TryStart("print-shop", """{"customer":{}}""")).Expect(HttpStatusCode.Created);
        (await shared.Api.TryStart("print-shop", """{"customer":null}""")).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task With_a_merchant_s_key_they_decide_what_is_offered()
    {
        var charity = await shared.Api.Start("software-plans", Charity, ServerSettings.MerchantKey);
        var nobody = await shared.Api.Start("software-plans");

        Assert.Contains("good-cause", await Steps(charity));
        Assert.DoesNotContain("good-cause", await Steps(nobody));
    }

    [Fact]
    public async Task In_development_any_frontend_is_believed()
    {
        await using var server = RunningServer.Start(new() { Environment = "Development" });

        (await server.Api.TryStart("software-plans", Charity)).Expect(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("Production", "true", HttpStatusCode.Created)]
    [InlineData("Development", "false", HttpStatusCode.Forbidden)]
    public async Task The_setting_wins_over_the_environment(string environment, string trust, HttpStatusCode expected)
    {
        using var funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
        await using var server = RunningServer.Start(
            new()
            {
                Environment = environment,
                FunnelsDirectory = funnels.Path,
                More = new Dictionary<string, string> { ["Customers:TrustFrontends"] = trust },
            }
        );

        (await server.Api.TryStart("mug", Charity)).Expect(expected);
    }

    [Theory]
    [InlineData("""{"customer":{"segment":{"a":1}}}""", "/customer/segment")]
    [InlineData("""{"customer":{"segment":[1]}}""", "/customer/segment")]
    [InlineData("""{"customer":{"segment":["a",["b"]]}}""", "/customer/segment")]
    [InlineData("""{"customer":{"segment":1e400}}""", "/customer/segment")]
    [InlineData("""{"customer":{"a.b":{}}}""", "/customer/a.b")]
    [InlineData("""{"customer":{"a/b~c":{}}}""", "/customer/a~1b~0c")]
    [InlineData("""{"customer":{"it's [1]":{}}}""", "/customer/it's [1]")]
    [InlineData("""{"customer":{"segment":"a","segment":"b"}}""", "/customer/segment")]
    [InlineData("""{"customer":["segment"]}""", "/customer")]
    public async Task What_is_no_fact_is_pointed_at(string body, string pointer)
    {
        var refused = await shared.Api.TryStart("print-shop", body, ServerSettings.MerchantKey);

        refused.Expect(HttpStatusCode.BadRequest, "malformed-body");
        Problem.IsWellFormed(refused);
        Assert.Equal([pointer], refused.Pointers);
    }

    private static async Task<IEnumerable<string>> Steps(OrderClient order)
    {
        var end = await order.WalkToEnd(Walker.DeclineOrLeast);
        return end.Json.GetProperty("ledger").Values("step");
    }
}
