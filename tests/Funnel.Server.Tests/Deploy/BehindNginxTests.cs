using System.Net;
using System.Net.Sockets;
using Funnel.Server.Api;
using Funnel.Server.Tests.Orders;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Deploy;

/// <summary>The API through the nginx that <c>deploy/</c> sets up.</summary>
public sealed class BehindNginxTests(SharedPostgres postgres) : IDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));

    public void Dispose() => _funnels.Dispose();

    [Fact]
    public async Task A_call_whose_instance_dies_is_done_by_another_unless_that_could_do_it_twice()
    {
        var database = await postgres.CreateDatabase();
        var settings = new ServerSettings { FunnelsDirectory = _funnels.Path }.On("postgres", database);
        await using var one = RunningServer.Start(settings);
        await using var other = RunningServer.Start(settings);
        await using var network = new CuttingProxy(other.Api.Address.Port);
        await using var nginx = await Nginx.Start(one.Api.Address, new($"http://127.0.0.1:{network.Port}"));

        // Which of the two nginx asks is its own affair: of so many orders some are at either.
        var orders = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => nginx.Api.Start("mug")));
        var lost = 0;
        LoseAReply();
        foreach (var order in orders)
        {
            Assert.Equal(2, (await order.Take("mug", Answers.Accept("mug", 2))).Revision);
        }

        Assert.Equal(1, lost);

        LoseAReply();
        var starts = orders.Length;
        var unanswered = await Eventually.Becomes(
            () =>
            {
                starts++;
                return nginx.Api.TryStart("mug");
            },
            reply => reply.Status is not HttpStatusCode.Created
        );

        unanswered.ExpectStoreUnavailable();
        Assert.Equal(2, lost);
        await using var stored = new StoredOrders("postgres", database);
        Assert.Equal((starts, starts + orders.Length), await stored.Count());

        void LoseAReply() =>
            network.LoseTheNextReply(() =>
            {
                lost++;
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task What_nginx_refuses_by_itself_it_says_as_an_instance_does()
    {
        await using var server = RunningServer.Start();
        await using (var nginx = await Nginx.Start(server.Api.Address))
        {
            var byInstance = await nginx.Api.TryStart("print-shop", Body(kilobytes: 280));
            var byNginx = await nginx.Api.TryStart("print-shop", Body(kilobytes: 320));

            byInstance.Expect(HttpStatusCode.RequestEntityTooLarge, "too-large");
            byNginx.Expect(HttpStatusCode.RequestEntityTooLarge, "too-large");
            Assert.Equal(byInstance.Body, byNginx.Body);
        }

        await using var before = await Nginx.Start(new Uri($"http://127.0.0.1:{FreePort.Find()}"));
        var unreachable = await before.Api.TryStart("mug");
        unreachable.ExpectStoreUnavailable();
        Assert.Equal(Problems.StoreUnavailable().Value.Detail, unreachable.TextAt("/detail"));

        static string Body(int kilobytes) => $$"""{"referrer":"{{new string('x', kilobytes * 1024)}}"}""";
    }

    [Fact]
    public async Task Clients_are_told_apart_by_their_address_and_cannot_say_another()
    {
        using var data = new TemporaryFolder();
        var trust = Deployment
            .Environment("funnel")
            .Single(one => one.Key.Contains("FORWARDED", StringComparison.Ordinal));
        await using var server = await ServerProcess.Start(
            new()
            {
                Data = data,
                FunnelsDirectory = _funnels.Path,
                StartsPerMinute = 1,
                More = new Dictionary<string, string> { [trust.Key] = trust.Value },
            }
        );
        await using var nginx = await Nginx.Start(server.Api.Address);

        Assert.Equal(HttpStatusCode.Created, await StartFrom("127.0.0.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StartFrom("127.0.0.1"));
        Assert.Equal(HttpStatusCode.Created, await StartFrom("127.0.0.2"));

        async Task<HttpStatusCode> StartFrom(string address)
        {
            using var client = new HttpClient(
                new SocketsHttpHandler
                {
                    ConnectCallback = async (context, cancellation) =>
                    {
                        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                        socket.Bind(new IPEndPoint(IPAddress.Parse(address), 0));
                        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                }
            );
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{Random.Shared.Next(256)}");
            using var reply = await client.PostAsync(
                new Uri(nginx.Api.Address, "/v1/funnels/mug/orders"),
                null,
                TestContext.Current.CancellationToken
            );
            return reply.StatusCode;
        }
    }
}
