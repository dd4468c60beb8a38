using System.Net;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Funnel.Server.Tests.Api;

/// <summary>What no line of the log bears, not even at the finest level: secrets, and what shoppers say.</summary>
public sealed class LogTests
{
    private const string Said = "Noor van Dijk";
    private const string IdempotencyKey = "key-that-nobody-can-guess";
    private const string Password = "password-of-the-database";
    private const string WebhookPath = "secret-of-the-address";

    [Fact]
    public async Task A_file_s_log_bears_no_secret_and_no_shopper_s_words()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var server = RunningServer.Start(Settings(receiver));

        var secrets = await Walk(server);

        NoneIn(server, secrets);
    }

    [Fact]
    public async Task Nor_does_a_database_s_while_it_is_there_and_while_it_is_not()
    {
        await using var receiver = await WebhookReceiver.Start();
        await using var postgres = await PostgresServer.Start();
        var database = $"{await postgres.CreateDatabase()};Password={Password}";
        await using var server = RunningServer.Start(Settings(receiver).On("postgres", database));

        var secrets = await Walk(server);
        await postgres.Stop();
        (await server.Api.TryStart("burger-menu", new { channel = Said })).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.NotEmpty(server.Errors);
        NoneIn(server, secrets);
    }

    private static ServerSettings Settings(WebhookReceiver receiver)
    {
        receiver.Answer = WebhookReceiver.With(StatusCodes.Status410Gone);
        return new()
        {
            More = new Dictionary<string, string>
            {
                ["Logging:LogLevel:Default"] = "Trace",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
                ["Webhooks:AllowPrivateTargets"] = "true",
                ["Webhooks:Endpoints:shop:Url"] = new Uri(receiver.Address, WebhookPath).ToString(),
                ["Webhooks:Endpoints:shop:Secrets:0"] = WebhookSettings.Secret,
            },
        };
    }

    /// <summary>Walks an order, with all that can be refused on the way.</summary>
    /// <returns>What may not be in the log.</returns>
    private static async Task<string[]> Walk(RunningServer server)
    {
        var knows = new { customer = new { name = Said }, referrer = Said };
        (string, string) key = ("Idempotency-Key", IdempotencyKey);
        var order = await server.Api.Start("burger-menu", knows, ServerSettings.MerchantKey, key);
        (await server.Api.TryStart("burger-menu", new { device = Said }, null, key)).Expect(
            HttpStatusCode.UnprocessableEntity,
            "idempotency-key-reused"
        );
        (await server.Api.TryStart("burger-menu", knows)).Expect(HttpStatusCode.Forbidden);
        (await order.With(order.Token + "x").View()).Expect(HttpStatusCode.NotFound);
        (await order.With(ServerSettings.MerchantKey).View()).Expect(HttpStatusCode.OK);
        (await order.Cancel(("If-Match", Said))).Expect(HttpStatusCode.BadRequest);

        await order.WalkTo("pickup");
        foreach (
            var body in (string[])
                [
                    $$$"""{"inputs":{"name":"{{{Said}}}""",
                    $$$"""{"inputs":{"name":{{{Said}}}}}""",
                    $$$"""{"{{{Said}}}":"{{{Said}}}"}""",
                    $$$"""{"accept":"{{{Said}}}"}""",
                    $$$"""{"inputs":{"name":"{{{Said}}}","where":"{{{Said}}}"}}""",
                ]
        )
        {
            Problem.IsWellFormed(await order.Answer("pickup", body));
        }

        await order.Take(
            "pickup",
            Answers.Inputs(
                new
                {
                    name = Said,
                    where = "takeaway",
                    cutlery = true,
                }
            )
        );
        var end = await order.WalkToEnd(Walker.DeclineOrLeast);
        (await order.Complete(end.Total)).Expect(HttpStatusCode.OK);
        foreach (var path in (string[])["/v1/orders", "/v1/events", $"/v1/orders/{order.Id}/events"])
        {
            var all = await server.Api.Send(HttpMethod.Get, path, token: ServerSettings.MerchantKey);
            all.Expect(HttpStatusCode.OK);
        }

        foreach (var definition in (string[])[Said, $$"""{"id":"mug","{{Said}}":"{{Said}}"}"""])
        {
            var mug = server.Api.Funnel("mug");
            (await mug.Save(definition, ("If-None-Match", "*"))).Expect(HttpStatusCode.Created);
            (await mug.Publish()).Expect(HttpStatusCode.Conflict, "not-publishable");
            (await mug.RemoveDraft(("If-Match", "*"))).Expect(HttpStatusCode.NoContent);
        }

        await Eventually.Becomes(
            () => Task.FromResult(server.Log),
            log => log.Any(line => line.Message.Contains("was given up", StringComparison.Ordinal))
        );
        return
        [
            order.Token!,
            ServerSettings.MerchantKey,
            WebhookSettings.Secret["whsec_".Length..],
            WebhookPath,
            IdempotencyKey,
            Password,
            Said,
        ];
    }

    private static void NoneIn(RunningServer server, string[] secrets)
    {
        Assert.Contains(server.Log, line => line.Level is LogLevel.Trace);
        Assert.All(
            server.Log.Select(line => line.ToString()),
            line =>
                Assert.All(secrets, secret => Assert.DoesNotContain(secret, line, StringComparison.OrdinalIgnoreCase))
        );
    }
}
