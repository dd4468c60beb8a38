using System.Net;
using System.Runtime.Versioning;
using Funnel.Server.Tests.Running;
using Npgsql;

namespace Funnel.Server.Tests.Api;

/// <summary>While the store takes no writes orders are shown; once it does they change, without a restart.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyStoreTests(SharedPostgres postgres) : IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));

    private ServerSettings Settings => new() { Data = _data, FunnelsDirectory = _funnels.Path };

    public void Dispose()
    {
        _data.Dispose();
        _funnels.Dispose();
    }

    /// <param name="killed">A server that was killed leaves a write-ahead log behind; another makes one anew, as read-only as the file.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_read_only_file_is_read_and_written_once_it_may_be(bool killed)
    {
        OrderClient order;
        await using (var before = await ServerProcess.Start(Settings))
        {
            order = await before.Api.Start("mug");
            await (killed ? before.Kill() : before.Stop());
        }

        Array.ForEach(Directory.GetFiles(_data.Path), file => File.SetUnixFileMode(file, UnixFileMode.UserRead));
        await using var server = await ServerProcess.Start(Settings with { RunBy = BoundByPermissions }, ready: false);
        await IsReadOnly(server.Api, order);

        File.SetUnixFileMode($"{_data.Path}/funnel.db", UnixFileMode.UserRead | UnixFileMode.UserWrite);

        await IsWritten(server.Api, order);
    }

    [Fact]
    public async Task A_read_only_database_is_read_and_written_once_it_may_be()
    {
        var database = await postgres.CreateDatabase();
        await using var server = RunningServer.Start(Settings.On("postgres", database));
        var order = await server.Api.Start("mug");

        // As an operator does it: the setting is for sessions to come, so those that are there are ended.
        await Execute(database, "ALTER DATABASE {0} SET default_transaction_read_only = on");
        await Execute(
            database,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{0}' AND pid <> pg_backend_pid()"
        );
        await IsReadOnly(server.Api, order);

        await Execute(database, "ALTER DATABASE {0} RESET default_transaction_read_only");
        await IsWritten(server.Api, order);
    }

    // Whoever is root may write what is read-only, unless that right is taken away.
    private static string[] BoundByPermissions =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];

    private static async Task IsReadOnly(ApiClient api, OrderClient order)
    {
        var here = api.Order(order.Id, order.Token);
        foreach (
            var refused in await Task.WhenAll(
                here.Accept("mug", "mug"),
                here.Cancel(),
                api.TryStart("mug"),
                api.Send(HttpMethod.Get, Health.Ready)
            )
        )
        {
            refused.ExpectStoreUnavailable();
        }

        Assert.Equal(1, (await here.View()).Expect(HttpStatusCode.OK).Revision);
        (await here.Preview("""{"step":"mug","accept":[{"offer":"mug"}]}""")).Expect(HttpStatusCode.OK);
    }

    private static async Task IsWritten(ApiClient api, OrderClient order)
    {
        var here = api.Order(order.Id, order.Token);
        Assert.Equal(2, (await here.Accept("mug", "mug")).Expect(HttpStatusCode.OK).Revision);
        (await api.TryStart("mug")).Expect(HttpStatusCode.Created);
        (await api.Send(HttpMethod.Get, Health.Ready)).Expect(HttpStatusCode.OK);
    }

    /// <param name="sql">What to do, with {0} for the database's name.</param>
    private static async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"{database};Pooling=false;Options=-c default_transaction_read_only=off"
        );
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            sql.Replace("{0}", connection.Database, StringComparison.Ordinal),
            connection
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
