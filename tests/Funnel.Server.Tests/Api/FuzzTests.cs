using System.Net;
using System.Text;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Random requests, most of them nearly right: every reply is a success or a clear refusal, and the order stays whole.</summary>
public sealed class FuzzTests(SharedServer shared)
{
    private const int Requests = 2_000;

    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD"];

    private static readonly string[] Segments =
    [
        "v1",
        "orders",
        "funnels",
        "answers",
        "preview",
        "complete",
        "cancel",
        "print-shop",
        "cards",
        "paper",
        "finish",
        "%2F",
        "%F0%9F%98%80",
        "",
    ];

    private static readonly string[] Bodies =
    [
        """{"accept":[{"offer":"cards","quantity":250}]}""",
        """{"accept":[{"offer":"soft-touch"},{"offer":"silk"}]}""",
        """{"accept":[{"offer":"sweater","options":{"size":"xl"}}]}""",
        """{"decline":true}""",
        """{"inputs":{"artwork":"https://example.com/a.png","n":1}}""",
        """{"step":"cards","accept":[{"offer":"cards"}]}""",
        """{"step":"paper","decline":true}""",
        """{"total":"14.95"}""",
        """{"locale":"nl","country":"NL","channel":"web","customer":{"segment":"business","n":[ "a" ]},"inputs":{"artwork":"https://a.b"}}""",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "-1",
        "0",
        "1e400",
        "1.5",
        "2147483648",
        "9999999999999999999999999999999999",
        "\"\"",
        "\"cards\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "[]",
        "[null]",
        "{}",
        "{\"a\":{\"a\":{}}}",
        "[[[[[[[[]]]]]]]]",
    ];

    private static readonly (string Name, string[] Values)[] Headers =
    [
        ("If-Match", ["\"1\"", "*", "W/\"1\"", "\"", "\"\u00e9\"", ""]),
        ("Idempotency-Key", ["0123456789abcdef", "short", "0123456789abcdef0123", ""]),
        ("Accept-Language", ["nl", "*;q=0", ";;;", "nl-NL-x-y;q=0.3,en"]),
        ("Content-Encoding", ["gzip", "identity"]),
        ("Expect", ["100-continue"]),
        ("X-Forwarded-For", ["127.0.0.1, '"]),
        ("Origin", ["null"]),
    ];

    [Fact]
    public async Task No_request_makes_the_server_fail()
    {
        var seed = Random.Shared.Next();
        var before = shared.Server.Errors.Count;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Attack(seed + i)));

        // The log is shared with the tests beside this one, none of which makes the server fail either.
        Assert.True(shared.Server.Errors.Count == before, $"Seed {seed}: {string.Join('\n', shared.Server.Errors)}");
    }

    private async Task Attack(int seed)
    {
        var random = new Random(seed);
        var order = await shared.Api.Start("print-shop");
        for (var i = 0; i < Requests / 4; i++)
        {
            var method = HttpMethod.Parse(Pick(random, Methods));
            var path = Path(random, order.Id);
            var body = Body(random);
            var token = random.Next(10) switch
            {
                0 => null,
                1 => order.Token![..random.Next(order.Token!.Length)],
                2 => ServerSettings.MerchantKey,
                _ => order.Token,
            };
            (string, string)[] headers = random.Next(4) == 0 ? [Header(random), Header(random)] : [];
            using var content = body is null
                ? null
                : new ByteArrayContent(body)
                {
                    Headers = { ContentType = new(random.Next(20) == 0 ? "text/plain" : "application/json") },
                };

            var reply = await shared.Api.Send(method, path, content, token, headers);

            var asked =
                $"Seed {seed}, request {i}: {method} {path} {(body is null ? "" : Encoding.UTF8.GetString(body))}";
            Assert.True((int)reply.Status < 500, $"{asked}\n{reply.Body}");
            if ((int)reply.Status >= 400 && method != HttpMethod.Head)
            {
                try
                {
                    Problem.IsWellFormed(reply);
                }
                catch (Exception e)
                {
                    Assert.Fail($"{asked}\n{e.Message}");
                }
            }

            if (i % 20 == 0)
            {
                var view = (await order.View()).Expect(HttpStatusCode.OK);
                Invariants.Hold(view);
                if (view.TextAt("/status") != "open")
                {
                    order = await shared.Api.Start("print-shop");
                }
            }
        }
    }

    private static string Path(Random random, string id) =>
        random.Next(13) switch
        {
            0 => "/"
                + string.Join(
                    '/',
                    Enumerable.Range(0, random.Next(7)).Select(_ => random.Next(4) == 0 ? id : Pick(random, Segments))
                ),
            1 => $"/v1/orders/{id}",
            2 => "/v1/funnels",
            3 => "/v1/funnels/print-shop/orders",
            4 => $"/v1/orders/{id}/preview",
            5 => $"/v1/orders/{id}/complete",
            6 => random.Next(10) == 0 ? $"/v1/orders/{id}/cancel" : $"/v1/orders/{id}",
            7 => $"/v1/orders/{id}/inputs",
            _ =>
                $"/v1/orders/{id}/answers/{Pick(random, ["cards", "cards", "paper", "finish", "box", "textile", "nowhere"])}",
        };

    private static byte[]? Body(Random random)
    {
        var body = Pick(random, Bodies);
        switch (random.Next(6))
        {
            case 0:
                return random.Next(3) == 0 ? null : Encoding.UTF8.GetBytes(body);
            case 1:
                var damaged = Encoding.UTF8.GetBytes(body);
                for (var flips = random.Next(1, 4); flips > 0; flips--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                return damaged;
            case 2:
                return Encoding.UTF8.GetBytes(body[..random.Next(body.Length)]);
            case 3:
                // A value in place of another.
                var colon = body.IndexOf(':', random.Next(body.Length / 2)) + 1;
                return Encoding.UTF8.GetBytes(
                    body[..colon] + Pick(random, Values) + body[(colon + random.Next(body.Length - colon))..]
                );
            case 4:
                // One property more, or twice.
                return Encoding.UTF8.GetBytes(
                    body[..^1]
                        + $",\"{Pick(random, ["decline", "accept", "inputs", "x", "a.b", "a/b", "']", ""])}\":{Pick(random, Values)}}}"
                );
            default:
                return Encoding.UTF8.GetBytes(body);
        }
    }

    private static (string, string) Header(Random random)
    {
        var (name, values) = Headers[random.Next(Headers.Length)];
        return (name, Pick(random, values));
    }

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];
}
