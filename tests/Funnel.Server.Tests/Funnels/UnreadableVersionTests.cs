using System.Net;
using System.Text.Json;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Funnel.Server.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Funnels;

/// <summary>A version that a later release has published, and this one cannot read, takes nothing down.</summary>
public sealed class UnreadableVersionTests : IAsyncDisposable
{
    // A property that a later format might have; one that is read, and then refers to nothing.
    private static readonly string[] Later =
    [
        SmallFunnel.Mug().Replace("\"currency\"", "\"loyalty\": true, \"currency\"", StringComparison.Ordinal),
        SmallFunnel.Mug().Replace("\"product\": \"mug\"", "\"product\": \"jug\"", StringComparison.Ordinal),
        "no JSON any more",
    ];

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private RunningServer _server;

    public UnreadableVersionTests() => _server = Start();

    private FunnelClient Mug => _server.Api.Funnel("mug");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task The_last_good_one_serves_also_after_a_restart_and_until_there_is_a_better()
    {
        await Mug.Publish(SmallFunnel.Mug("6.00"));
        foreach (var content in Later)
        {
            await PublishLater(content);
        }

        await Told();
        Assert.Equal(2, await Mug.Newest());
        await _server.DisposeAsync();
        _server = Start();

        Assert.Equal(2, await Mug.Newest());
        var order = await _server.Api.Start("mug");
        Assert.Equal("6.00", (await order.Take("mug", Answers.Accept("mug"))).Total);
        await Told();
        Assert.Equal(6, await Mug.Publish(SmallFunnel.Mug("7.00")));
        Assert.Equal(6, await Mug.Newest());
        (await Mug.Restore(3)).Expect(HttpStatusCode.Conflict, "not-publishable");
        (await Mug.Version(3)).Expect(HttpStatusCode.OK);
        (await Mug.Graph("?version=3")).Expect(HttpStatusCode.ServiceUnavailable, "version-unreadable");
    }

    [Fact]
    public async Task A_funnel_that_has_no_other_is_not_listed()
    {
        await _server
            .Services.GetRequiredService<IStore>()
            .Publish("cup", Sample.Bytes(Later[0]), new(), default, TestContext.Current.CancellationToken);
        await Eventually.Becomes(() => Task.FromResult(Complaints), told => told.Length == 1);

        Assert.Equal(["mug"], (await _server.Api.Funnels()).Json.Values("id"));
        (await _server.Api.TryStart("cup")).Expect(HttpStatusCode.NotFound, "funnel-not-found");
    }

    [Fact]
    public async Task An_order_of_it_is_listed_with_what_is_known_and_not_shown()
    {
        var before = await _server.Api.Start("mug");
        await PublishLater(Later[0]);
        var order = await OrderOfVersion(2, before.Id);
        var after = await _server.Api.Start("mug");

        var page = (await List("")).Expect(HttpStatusCode.OK).Json.GetProperty("orders");

        Assert.Equal(new HashSet<string> { before.Id, order, after.Id }, [.. page.Values("id")]);
        var listed = page.EnumerateArray().Single(one => one.TextAt("/id") == order);
        Assert.Equal(2, listed.At("/funnel/version").GetInt32());
        Assert.Equal("open", listed.TextAt("/status"));
        foreach (var unknown in (string[])["abandonedAt", "reached", "currency", "total"])
        {
            Assert.Equal(JsonValueKind.Null, listed.GetProperty(unknown).ValueKind);
        }

        (await List("?limit=1")).Expect(HttpStatusCode.OK);
        var view = await _server.Api.Order(order, ServerSettings.MerchantKey).View();
        view.Expect(HttpStatusCode.ServiceUnavailable, "version-unreadable");
        Assert.NotNull(view.Headers.RetryAfter);
    }

    private string[] Complaints =>
        [
            .. _server
                .Errors.Where(line => line.Message.Contains("cannot be read by this release", StringComparison.Ordinal))
                .Select(line => line.Message),
        ];

    private RunningServer Start() => RunningServer.Start(new() { FunnelsDirectory = _funnels.Path, Data = _data });

    /// <summary>Each is told of once, however often it is found.</summary>
    private async Task Told()
    {
        await Eventually.Becomes(() => Task.FromResult(Complaints), told => told.Length >= Later.Length);
        await Task.Delay(1_200, TestContext.Current.CancellationToken);
        Assert.Equal(Later.Length, Complaints.Length);
    }

    private Task<Publication> PublishLater(string content) =>
        _server
            .Services.GetRequiredService<IStore>()
            .Publish(
                "mug",
                Sample.Bytes(content),
                new() { Key = "later" },
                default,
                TestContext.Current.CancellationToken
            );

    /// <summary>An order as the later release has it, like one of here in all else.</summary>
    private async Task<string> OrderOfVersion(int version, string like)
    {
        var store = _server.Services.GetRequiredService<IStore>();
        var stored = await store.FindOrder(like, TestContext.Current.CancellationToken);
        var order = stored! with { Id = $"ord_{Guid.NewGuid():n}", FunnelVersion = version };
        Assert.True(await store.TryWriteOrder(order, [], TestContext.Current.CancellationToken));
        return order.Id;
    }

    private Task<Reply> List(string query) =>
        _server.Api.Send(HttpMethod.Get, $"/v1/orders{query}", token: ServerSettings.MerchantKey);
}
