using System.Net;
using System.Text;
using Funnel.Server.Funnels;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Funnels;

/// <summary>Definitions that nobody means, sent by who has a key.</summary>
public sealed class HostileDefinitionTests(SharedServer shared) : IDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));

    public void Dispose() => _funnels.Dispose();

    [Fact]
    public async Task One_that_is_as_large_as_may_be_is_checked_and_a_larger_one_refused()
    {
        var largest = SmallFunnel.Mug().PadRight(FunnelFile.MostBytes);

        Assert.True((await Check(largest)).Expect(HttpStatusCode.OK).Json.GetProperty("publishable").GetBoolean());

        foreach (var chunked in (bool[])[false, true])
        {
            var refused = await Check(largest + " ", chunked);
            Problem.IsWellFormed(refused.Expect(HttpStatusCode.RequestEntityTooLarge, "too-large"));
        }
    }

    [Fact]
    public async Task A_server_that_takes_larger_bodies_takes_no_larger_definitions()
    {
        await using var server = RunningServer.Start(
            new()
            {
                FunnelsDirectory = _funnels.Path,
                More = new Dictionary<string, string> { ["Limits:BodyBytes"] = "1000000" },
            }
        );

        (await server.Api.Funnel("mug").Save(SmallFunnel.Mug().PadRight(FunnelFile.MostBytes + 1))).Expect(
            HttpStatusCode.RequestEntityTooLarge,
            "too-large"
        );
    }

    [Fact]
    public async Task None_at_all_is_refused() =>
        Problem.IsWellFormed((await Check("")).Expect(HttpStatusCode.BadRequest, "malformed-body"));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task One_that_is_not_sent_as_JSON_is_refused(string type)
    {
        using var content = new StringContent(SmallFunnel.Mug());
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        var refused = await shared.Api.Send(HttpMethod.Post, "/v1/funnels/check", content, ServerSettings.MerchantKey);

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"));
    }

    [Fact]
    public async Task One_of_no_type_is_refused()
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(SmallFunnel.Mug()));

        var refused = await shared.Api.Send(HttpMethod.Post, "/v1/funnels/check", content, ServerSettings.MerchantKey);

        Problem.IsWellFormed(refused.Expect(HttpStatusCode.UnsupportedMediaType, "unsupported-media-type"));
    }

    [Theory]
    [InlineData("[", 200_000)]
    [InlineData("{\"steps\":", 20_000)]
    [InlineData("{\"when\":{\"not\":", 10_000)]
    public async Task One_that_nests_too_deep_is_told_so(string layer, int layers)
    {
        var checkedOne = await Check(new StringBuilder().Insert(0, layer, layers).ToString());

        var problem = Assert.Single(checkedOne.Expect(HttpStatusCode.OK).Json.GetProperty("problems").EnumerateArray());
        Assert.Equal("FNL001", problem.TextAt("/code"));
    }

    [Fact]
    public async Task One_that_is_full_of_errors_is_told_of_all()
    {
        var steps = string.Join(',', Enumerable.Range(0, 8_000).Select(n => $$"""{"next":"{{n}}","x":1}"""));

        var reply = await Check($$"""{"id":"many","name":"Many","currency":"EUR","steps":[{{steps}}]}""");

        Assert.True(reply.Expect(HttpStatusCode.OK).Json.GetProperty("problems").GetArrayLength() >= 1_000);
    }

    [Fact]
    public async Task No_damage_to_one_makes_the_server_fail_or_sell_what_is_broken()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await using var server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });
        var mug = server.Api.Funnel("mug");
        for (var i = 0; i < 100; i++)
        {
            var definition = Damaged(random);
            var told = $"Seed {seed}, definition {i}: {Encoding.UTF8.GetString(definition)}";

            var saved = await mug.Save(definition, i == 0 ? [] : [("If-Match", "*")]);
            Assert.True(saved.Status is HttpStatusCode.OK or HttpStatusCode.Created, $"{told}\n{saved.Body}");
            var published = await mug.Publish();

            var isGood = saved.Json.GetProperty("publishable").GetBoolean();
            Assert.True(
                isGood == published.Status is HttpStatusCode.OK or HttpStatusCode.Created,
                $"{told}\n{published.Body}"
            );
            Assert.True(
                isGood
                    || (published.Status, published.ProblemType)
                        == (HttpStatusCode.Conflict, "urn:funnel:not-publishable"),
                $"{told}\n{published.Body}"
            );
            if (isGood)
            {
                await server.Api.Start("mug");
            }
        }

        (await server.Api.Funnels()).Expect(HttpStatusCode.OK);
        Assert.True(server.Errors.Count == 0, $"Seed {seed}: {string.Join('\n', server.Errors)}");
    }

    [Fact]
    public async Task While_too_many_are_checked_others_are_told_to_come_back_and_shoppers_are_served()
    {
        await using var server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });
        var checks = server.Services.GetRequiredService<Checks>();
        using var end = new ManualResetEventSlim();
        var slow = Enumerable.Range(0, 200).Select(_ => checks.Run(() => end.Wait(60_000), default)).ToList();

        foreach (
            var refused in (Reply[])
                [
                    await server.Api.Send(
                        HttpMethod.Post,
                        "/v1/funnels/check",
                        SmallFunnel.Mug(),
                        ServerSettings.MerchantKey
                    ),
                    await server.Api.Funnel("mug").Save(SmallFunnel.Mug()),
                    await server.Api.Funnel("mug").Restore(1),
                ]
        )
        {
            refused.Expect(HttpStatusCode.ServiceUnavailable, "too-many-checks");
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        await server.Api.Start("mug");
        Assert.InRange(slow.Count(check => !check.IsFaulted), 33, 32 + Environment.ProcessorCount);
        end.Set();
        foreach (var check in slow.Where(check => check.IsFaulted))
        {
            await Assert.ThrowsAsync<TooManyChecksException>(() => check);
        }

        (await server.Api.Funnel("mug").Draft()).Expect(HttpStatusCode.NotFound);
        await server.Api.Funnel("mug").Publish(SmallFunnel.Mug());
    }

    [Fact]
    public async Task Who_does_not_wait_for_a_check_takes_no_place()
    {
        using var checks = new Checks();
        using var end = new ManualResetEventSlim();
        var running = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ => checks.Run(() => end.Wait(60_000), default))
            .ToList();
        for (var n = 0; n < 100; n++)
        {
            using var impatience = new CancellationTokenSource();
            var check = checks.Run(() => true, impatience.Token);
            await impatience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check);
        }

        end.Set();
        await Task.WhenAll(running);
        Assert.True(await checks.Run(() => true, default));
    }

    /// <summary>One with some bytes of it changed, doubled or left out; now and then with none.</summary>
    private static byte[] Damaged(Random random)
    {
        var definition = Encoding.UTF8.GetBytes(SmallFunnel.Mug($"{random.Next(1, 9)}.00")).ToList();
        for (var damages = random.Next(3); damages > 0; damages--)
        {
            var at = random.Next(definition.Count);
            var length = Math.Min(random.Next(1, 8), definition.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    definition[at] = (byte)random.Next(256);
                    break;
                case 1:
                    definition[at] = (byte)"0123456789\"{}[],:- eE."[random.Next(22)];
                    break;
                case 2:
                    definition.InsertRange(at, definition.GetRange(at, length));
                    break;
                default:
                    definition.RemoveRange(at, length);
                    break;
            }
        }

        return [.. definition];
    }

    private async Task<Reply> Check(string definition, bool chunked = false)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(definition));
        content.Headers.ContentType = new("application/json");
        return await shared.Api.Send(
            HttpMethod.Post,
            "/v1/funnels/check",
            content,
            ServerSettings.MerchantKey,
            chunked ? [("Transfer-Encoding", "chunked")] : []
        );
    }
}
