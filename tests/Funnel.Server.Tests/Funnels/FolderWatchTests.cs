using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Funnels;

/// <summary>In Development, files are published as they change.</summary>
public sealed class FolderWatchTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug("5.00")));

    public ValueTask DisposeAsync()
    {
        _funnels.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_changed_file_is_published_a_broken_one_changes_nothing_and_a_mended_one_is_picked_up()
    {
        await using var server = Start("Development");
        var mug = server.Api.Funnel("mug");

        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));
        await Eventually.Becomes(mug.Newest, newest => newest == 2);

        _funnels.Write("mug.json", SmallFunnel.Mug("eight"));
        await Eventually.Becomes(
            () => Told(server, "mug.json:7:38: error FNL006 at /products/mug/price"),
            told => told
        );
        await Eventually.Becomes(() => Told(server, "Funnel mug stays at version 2"), told => told);
        Assert.Equal(2, await mug.Newest());
        var order = await server.Api.Start("mug");
        Assert.Equal("7.00", (await order.Take("mug", Answers.Accept("mug"))).Total);

        _funnels.Write("mug.json", SmallFunnel.Mug("8.00"));
        _funnels.Write("picnic.json", SmallFunnel.Picnic);
        await Eventually.Becomes(mug.Newest, newest => newest == 3);
        await Eventually.Becomes(server.Api.Funnel("picnic").Newest, newest => newest == 1);
        Assert.Equal("mug.json", (await mug.Versions()).Json.At("/versions/0").TextAt("/file"));
    }

    [Fact]
    public async Task A_file_whose_tests_fail_is_published_once_they_are_mended()
    {
        await using var server = Start("Development");
        var mug = server.Api.Funnel("mug");

        _funnels.Write("mug.tests.json", Tests("5.00"));
        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));
        await Eventually.Becomes(() => Told(server, "expected the total 5.00, found 7.00"), told => told);
        Assert.Equal(1, await mug.Newest());

        _funnels.Write("mug.tests.json", Tests("7.00"));
        await Eventually.Becomes(mug.Newest, newest => newest == 2);
    }

    private static string Tests(string total) =>
        $$"""{ "funnel": "mug", "walks": [ { "name": "One mug", "steps": [ { "step": "mug", "accept": "mug", "total": "{{total}}" } ] } ] }""";

    [Fact]
    public async Task What_was_published_over_HTTP_is_not_taken_back_by_another_file_that_changes()
    {
        await using var server = Start("Development");
        var mug = server.Api.Funnel("mug");
        await mug.Publish(SmallFunnel.Mug("6.00"));

        _funnels.Write("picnic.json", SmallFunnel.Picnic);
        await Eventually.Becomes(server.Api.Funnel("picnic").Newest, newest => newest == 1);

        Assert.Equal(2, await mug.Newest());
    }

    [Fact]
    public async Task A_second_file_of_one_funnel_is_told_and_neither_is_published()
    {
        await using var server = Start("Development");

        _funnels.Write("cup.json", SmallFunnel.Mug("7.00"));

        await Eventually.Becomes(() => Told(server, "all have the id \"mug\""), told => told);
        Assert.Equal(1, await server.Api.Funnel("mug").Newest());
    }

    [Fact]
    public async Task A_folder_that_goes_is_told_once_and_picked_up_when_it_is_back()
    {
        await using var server = Start("Development");
        var away = _funnels.Path + "-away";
        Directory.Move(_funnels.Path, away);
        await Eventually.Becomes(() => Told(server, "There is no folder"), told => told);
        await Task.Delay(600, TestContext.Current.CancellationToken);

        Directory.Move(away, _funnels.Path);
        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));

        await Eventually.Becomes(server.Api.Funnel("mug").Newest, newest => newest == 2);
        Assert.Single(server.Errors, line => line.Message.Contains("There is no folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Elsewhere_a_file_waits_for_the_next_start()
    {
        await using var server = Start("Production");

        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));
        await Task.Delay(1_000, TestContext.Current.CancellationToken);

        Assert.Equal(1, await server.Api.Funnel("mug").Newest());
        (await server.Api.Funnels()).Expect(HttpStatusCode.OK);
    }

    private static Task<bool> Told(RunningServer server, string words) =>
        Task.FromResult(server.Log.Any(line => line.Message.Contains(words, StringComparison.Ordinal)));

    private RunningServer Start(string environment) =>
        RunningServer.Start(new() { FunnelsDirectory = _funnels.Path, Environment = environment });
}
