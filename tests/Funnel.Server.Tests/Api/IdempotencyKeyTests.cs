using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class IdempotencyKeyTests(SharedServer shared)
{
    private const string Header = "Idempotency-Key";

    [Fact]
    public async Task The_same_key_and_body_give_the_same_order_and_token()
    {
        var key = Key();

        var first = await Start(key, """{"locale":"nl","country":"NL"}""");
        var second = await Start(key, """{ "country": "NL", "locale": "nl" }""");

        Assert.Equal((first.Id, first.Token), (second.Id, second.Token));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, second.Revision);
    }

    [Fact]
    public async Task A_late_repetition_gives_the_order_as_it_is_by_then()
    {
        var key = Key();
        var first = await Start(key);
        var order = shared.Api.Order(first.Id, first.Token);
        await order.Take("cards", Answers.Accept("cards"));

        var second = await Start(key);

        Assert.Equal((first.Id, first.Token, 2), (second.Id, second.Token, second.Revision));
        Assert.Equal("paper", second.Step);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var key = Key();
        await Start(key, """{"country":"NL"}""");

        var refused = await shared.Api.TryStart("print-shop", """{"country":"DE"}""", null, (Header, key));

        refused.Expect(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Problem.IsWellFormed(refused);
        Assert.DoesNotContain("tok_", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_at_once_with_one_key_are_one_order()
    {
        var key = Key();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Start(key)));

        Assert.Single(replies.Select(reply => (reply.Id, reply.Token, reply.Revision)).Distinct());
    }

    [Fact]
    public async Task Without_a_key_each_start_is_an_order_of_its_own()
    {
        var one = await shared.Api.Start("print-shop");
        var other = await shared.Api.Start("print-shop");

        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.Token, other.Token);
    }

    [Fact]
    public async Task One_key_at_two_funnels_is_two_orders()
    {
        var key = Key();
        var cards = await Start(key);

        var phones = (await shared.Api.TryStart("phone-shop", null, null, (Header, key))).Expect(
            HttpStatusCode.Created
        );

        Assert.NotEqual(cards.Id, phones.Id);
        Assert.NotEqual(cards.Token, phones.Token);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("with a space inside it")]
    [InlineData("fünfzehn-und-mehr-zeichen")]
    public async Task A_key_that_could_be_guessed_or_garbled_is_refused(string key)
    {
        var refused = await shared.Api.TryStart("print-shop", null, null, (Header, key));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Problem.IsWellFormed(refused);
    }

    [Fact]
    public async Task A_key_of_256_characters_is_too_long()
    {
        await Start(new string('k', 255 - 36) + Key());

        var refused = await shared.Api.TryStart("print-shop", null, null, (Header, new string('k', 256)));

        refused.Expect(HttpStatusCode.BadRequest, "idempotency-key-invalid");
    }

    private static string Key() => Guid.NewGuid().ToString();

    private async Task<Reply> Start(string key, string? body = null) =>
        (await shared.Api.TryStart("print-shop", body, null, (Header, key))).Expect(HttpStatusCode.Created);
}
