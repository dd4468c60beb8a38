using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Commands;

/// <summary>A funnel published from somewhere else.</summary>
public sealed class PublishCommandTests : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = new();
    private readonly TemporaryFolder _files = TemporaryFolder.With(
        ("mug.json", SmallFunnel.Mug()),
        ("dearer.json", SmallFunnel.Mug("6.00")),
        ("tested.json", SmallFunnel.Mug("7.00")),
        ("tested.tests.json", """{ "funnel": "mug", "properties": [ { "noWalkExceeds": "1.00" } ] }"""),
        ("never.json", NeverShown),
        ("key", ServerSettings.MerchantKey + "\n"),
        ("wrong-key", "some-other-key-of-nobody")
    );

    /// <summary>A spoon for mugs that cost next to nothing: only going all walks tells that there are none.</summary>
    private static string NeverShown =>
        SmallFunnel
            .Mug()
            .Replace(
                "\"benefit\": \"To stir with.\"",
                """ "when": { "fact": "order.subtotal", "atMost": "0.50" } """,
                StringComparison.Ordinal
            );

    private ServerProcess? _server;

    private ServerProcess Server => _server!;

    private FunnelClient Mug => Server.Api.Funnel("mug");

    public async ValueTask InitializeAsync() =>
        _server = await ServerProcess.Start(new() { Data = _data, FunnelsDirectory = _funnels.Path });

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _files.Dispose();
        _funnels.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task File_becomes_the_newest_version_unless_somebody_works_on_a_draft()
    {
        var wrong = await Publish("mug.json", "wrong-key");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("The server refuses (401)", wrong.Errors, StringComparison.Ordinal);

        var broken = await Publish("never.json");
        Assert.Equal(1, broken.ExitCode);
        Assert.Matches(@"never\.json:[0-9]+:[0-9]+: error FNL[0-9]+ at /steps/1", broken.Errors);
        (await Mug.Draft()).Expect(HttpStatusCode.NotFound);

        var first = await Publish("mug.json");
        var again = await Publish("mug.json");
        var next = await Publish("dearer.json");
        Assert.Equal((0, "mug is published as version 1.\n"), (first.ExitCode, first.Output));
        Assert.Equal((0, "mug was version 1 already; nothing has changed.\n"), (again.ExitCode, again.Output));
        Assert.Equal((0, "mug is published as version 2.\n"), (next.ExitCode, next.Output));

        var failing = await Publish("tested.json");
        Assert.Equal(1, failing.ExitCode);
        Assert.Contains("tested.tests.json:1:", failing.Errors, StringComparison.Ordinal);

        (await Mug.Save("{}", ("If-Match", "*"))).Expect(HttpStatusCode.OK);
        var refused = await Publish("mug.json");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--replace-draft", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("{}", (await Mug.Draft()).Body);
        Assert.Equal(2, await Mug.Newest());

        var replaced = await Publish("mug.json", "key", "--replace-draft");
        Assert.Equal(0, replaced.ExitCode);
        Assert.Equal(3, await Mug.Newest());
    }

    private Task<Typed> Publish(string file, string key = "key", params string[] more) =>
        Typed.Command([
            "publish",
            Path.Combine(_files.Path, file),
            "--to",
            Server.Api.Address.ToString(),
            "--key-file",
            Path.Combine(_files.Path, key),
            .. more,
        ]);
}
