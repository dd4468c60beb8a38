using System.Net;
using System.Net.Sockets;
using Funnel.Server.Funnels;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Funnels;

/// <summary>What becomes of the funnels' folder when the server starts.</summary>
public sealed class PublishAtStartTests : IAsyncDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug("5.00")));

    private ServerSettings Settings => new() { Data = _data, FunnelsDirectory = _funnels.Path };

    public ValueTask DisposeAsync()
    {
        _data.Dispose();
        _funnels.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_same_file_again_is_no_new_version()
    {
        for (var start = 0; start < 3; start++)
        {
            await using var server = RunningServer.Start(Settings);
            Assert.Equal(1, await NewestVersion(server.Api));
        }
    }

    [Fact]
    public async Task A_changed_file_is_version_2_and_older_orders_keep_theirs()
    {
        string id;
        string token;
        await using (var server = RunningServer.Start(Settings))
        {
            var order = await server.Api.Start("mug");
            (id, token) = (order.Id, order.Token!);
        }

        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));
        await using var changed = RunningServer.Start(Settings);

        Assert.Equal(2, await NewestVersion(changed.Api));
        var old = changed.Api.Order(id, token);
        Assert.Equal(1, (await old.View()).Json.At("/funnel/version").GetInt32());
        Assert.Equal("5.00", (await old.Take("mug", Answers.Accept("mug"))).Total);
        (await old.Take("spoon", Answers.Decline)).Expect(HttpStatusCode.OK);
        Assert.Equal("completed", (await old.Complete("5.00")).TextAt("/status"));
        var fresh = await changed.Api.Start("mug");
        Assert.Equal(2, fresh.Started.Json.At("/funnel/version").GetInt32());
        Assert.Equal("7.00", (await fresh.Take("mug", Answers.Accept("mug"))).Total);
    }

    [Fact]
    public async Task A_repeated_start_finds_its_order_also_after_a_new_version()
    {
        (string, string) key = ("Idempotency-Key", Guid.NewGuid().ToString());
        string id;
        await using (var server = RunningServer.Start(Settings))
        {
            id = (await server.Api.TryStart("mug", null, null, key)).Expect(HttpStatusCode.Created).Id;
        }

        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));
        await using var changed = RunningServer.Start(Settings);

        var again = (await changed.Api.TryStart("mug", null, null, key)).Expect(HttpStatusCode.Created);
        Assert.Equal((id, 1), (again.Id, again.Json.At("/funnel/version").GetInt32()));
    }

    [Fact]
    public async Task A_file_takes_back_what_was_published_over_HTTP_only_where_it_has_changed_since()
    {
        await using (var server = RunningServer.Start(Settings))
        {
            await server.Api.Funnel("mug").Publish(SmallFunnel.Mug("6.00"));
        }

        // As it was, and as somebody has brought it up to what is sold.
        foreach (var (price, version) in new[] { ("5.00", 2), ("6.00", 2), ("5.00", 2), ("7.00", 3), ("5.00", 4) })
        {
            _funnels.Write("mug.json", SmallFunnel.Mug(price));
            await using var server = RunningServer.Start(Settings);
            Assert.Equal(version, await NewestVersion(server.Api));
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_stops_the_start()
    {
        _funnels.Write("mug.json", SmallFunnel.Mug().PadRight(FunnelFile.MostBytes + 1));

        var (exitCode, output, errors) = await ServerProcess.RunToEnd(Settings);

        Assert.Equal(1, exitCode);
        Assert.Contains("mug.json: is larger than 262144 bytes", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output + errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_and_the_schema_are_no_funnels()
    {
        _funnels.Write("cup.tests.json", "[]");
        _funnels.Write("funnel.schema.json", "{}");
        _funnels.Write("README.md", "# Mugs");

        await using var server = RunningServer.Start(Settings);

        Assert.Equal(["mug"], (await server.Api.Funnels()).Json.Values("id"));
    }

    [Fact]
    public async Task A_file_whose_tests_fail_stops_the_start_with_what_was_expected_and_found()
    {
        _funnels.Write("mug.tests.json", Tests("5.00"));
        await using (RunningServer.Start(Settings)) { }

        _funnels.Write("mug.json", SmallFunnel.Mug("7.00"));
        var (exitCode, _, errors) = await ServerProcess.RunToEnd(Settings);

        Assert.Equal(1, exitCode);
        Assert.Contains(
            "mug.tests.json:1:106: error FNL214 at /walks/0/steps/0/total: \"One mug\", at \"mug\": expected the total 5.00, found 7.00.",
            errors,
            StringComparison.Ordinal
        );
    }

    private static string Tests(string total) =>
        $$"""{ "funnel": "mug", "walks": [ { "name": "One mug", "steps": [ { "step": "mug", "accept": "mug", "total": "{{total}}" } ] } ] }""";

    [Fact]
    public async Task An_empty_folder_starts_a_server_without_funnels()
    {
        using var empty = new TemporaryFolder();

        await using var server = RunningServer.Start(Settings with { FunnelsDirectory = empty.Path });

        Assert.Equal("[]", (await server.Api.Funnels()).Body);
        (await server.Api.TryStart("mug")).Expect(HttpStatusCode.NotFound, "funnel-not-found");
    }

    [Fact]
    public async Task Broken_files_stop_the_start_with_everything_that_is_wrong()
    {
        _funnels.Write(
            "jug.json",
            SmallFunnel
                .Mug()
                .Replace("\"product\": \"mug\"", "\"product\": \"jug\", \"colour\": 7", StringComparison.Ordinal)
        );
        _funnels.Write("pot.json", "{ \"id\":");

        var (exitCode, output, errors) = await ServerProcess.RunToEnd(Settings);

        Assert.Equal(1, exitCode);
        string[] lines = errors.TrimEnd().Split(Environment.NewLine);
        Assert.All(
            lines,
            line => Assert.Matches(@"^.*/(jug|pot)\.json:\d+:\d+: error FNL\d{3} at (/\S*|the root): \S", line)
        );
        Assert.Contains(lines, line => line.Contains("/steps/0/offers/0/add", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("pot.json:1:", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output + errors, StringComparison.Ordinal);

        // Nothing was published of the good file beside them.
        File.Delete(Path.Combine(_funnels.Path, "jug.json"));
        File.Delete(Path.Combine(_funnels.Path, "pot.json"));
        _funnels.Write("mug.json", SmallFunnel.Mug("6.00"));
        await using var server = RunningServer.Start(Settings);
        Assert.Equal(1, await NewestVersion(server.Api));
    }

    [Fact]
    public async Task Two_files_of_one_id_stop_the_start()
    {
        _funnels.Write("cup.json", SmallFunnel.Mug());

        var (exitCode, _, errors) = await ServerProcess.RunToEnd(Settings);

        Assert.Equal(1, exitCode);
        Assert.Contains("cup.json", errors, StringComparison.Ordinal);
        Assert.Contains("mug.json", errors, StringComparison.Ordinal);
        Assert.Contains("\"mug\"", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Funnels:Directory", "/no/such/folder", "/no/such/folder")]
    [InlineData("Merchants:Keys:short", "secret", "Merchants:Keys")]
    [InlineData("Cors:Origins:0", "*", "Cors:Origins")]
    [InlineData("RateLimits:StartsPerMinute", "-1", "StartsPerMinute")]
    [InlineData("RateLimits:StartsPerMinute", "many", "RateLimits:StartsPerMinute")]
    [InlineData("Webhooks:Endpoints:shop:Secrets:0", "whsec_secret", "Webhooks:Endpoints:shop:Secrets:0")]
    [InlineData("Storage:Provider", "clay-tablets", "Storage:Provider")]
    [InlineData("Storage:ConnectionString", "Data Source=/proc/funnel.db", "/proc/funnel.db")]
    public async Task A_wrong_setting_stops_the_start_in_words(string key, string value, string named)
    {
        var (exitCode, output, errors) = await ServerProcess.RunToEnd(
            Settings with
            {
                More = new Dictionary<string, string> { [key] = value },
            }
        );

        Assert.Equal(1, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output + errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=funnel;Password=secret;Database=shop", "'shop' at 127.0.0.1")]
    [InlineData("Data Source=/data/funnel.db", "Storage:ConnectionString")]
    [InlineData("Password=secret;Database=shop", "Storage:ConnectionString")]
    public async Task A_database_that_cannot_be_reached_stops_the_start_in_words(string connectionString, string named)
    {
        var (exitCode, output, errors) = await ServerProcess.RunToEnd(Settings.On("postgres", connectionString));

        Assert.Equal(1, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output + errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("taken")]
    public async Task An_address_that_cannot_be_listened_on_is_told_in_words_and_once(string address)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = address == "taken" ? $"http://{taken.LocalEndpoint}" : address;

        var (exitCode, output, errors) = await ServerProcess.RunToEnd(
            Settings with
            {
                More = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = url },
            }
        );

        Assert.Equal(1, exitCode);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("Exception", output + errors, StringComparison.Ordinal);
    }

    private static async Task<int> NewestVersion(ApiClient api) =>
        Assert.Single((await api.Funnels()).Json.EnumerateArray()).GetProperty("version").GetInt32();
}
