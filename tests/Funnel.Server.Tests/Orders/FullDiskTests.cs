using System.Diagnostics;
using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders;

/// <summary>The disk has no room left under load: shoppers are told to come back, and lose nothing.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _copy = new();
    private readonly Shoppers _shoppers = new();

    /// <summary>A disk of 16 MB, which the server and what it runs see alone; it takes no more than a user's own rights.</summary>
    private string[] OnASmallDisk =>
        [
            .. (string[])["unshare", "--user", "--map-root-user", "--mount"],
            .. (string[])["sh", "-c", "mount -t tmpfs -o size=16m tmpfs \"$0\" && exec \"$@\"", _data.Path],
        ];

    public void Dispose()
    {
        _data.Dispose();
        _copy.Dispose();
    }

    [Fact]
    public async Task Writes_refused_because_the_disk_is_full_are_taken_once_there_is_room()
    {
        if (await Run([.. OnASmallDisk, "true"]) != 0)
        {
            Assert.Skip("This machine lets nobody make a disk; the limit on a file's size has to show it.");
        }

        await RunsOutOfRoom(
            OnASmallDisk,
            async server => await File.WriteAllBytesAsync($"{FolderOf(server)}/ballast", new byte[13 * Megabyte]),
            server =>
            {
                File.Delete($"{FolderOf(server)}/ballast");
                return Task.CompletedTask;
            }
        );
    }

    [Fact]
    public Task Writes_refused_because_the_file_may_not_grow_are_taken_once_it_may() =>
        RunsOutOfRoom(
            // A write beyond the limit fails only where its signal, which ends a process by default, is ignored.
            ["sh", "-c", "trap '' XFSZ && exec \"$@\"", "sh"],
            server => LimitFiles(server, $"{2 * Megabyte}"),
            server => LimitFiles(server, "unlimited")
        );

    private async Task RunsOutOfRoom(
        string[] runBy,
        Func<ServerProcess, Task> takeRoom,
        Func<ServerProcess, Task> makeRoom
    )
    {
        await using var server = await ServerProcess.Start(new() { Data = _data, RunBy = runBy });
        var before = await server.Api.Start("print-shop");
        await takeRoom(server);

        using var done = new CancellationTokenSource();
        var load = _shoppers.Each(shopper => shopper.Shop(server.Api, done.Token));
        await Eventually.Becomes(() => AllAreRefused(load), refused => refused);

        // What is asked here takes less room than an order, and may find some for a few times more.
        var ready = await Eventually.Becomes(
            () => server.Api.Send(HttpMethod.Get, Health.Ready),
            reply => reply.Status is not HttpStatusCode.OK
        );
        ready.ExpectStoreUnavailable();
        Assert.Equal(1, (await before.View()).Expect(HttpStatusCode.OK).Revision);

        await makeRoom(server);
        await done.CancelAsync();
        await load;
        (await server.Api.Send(HttpMethod.Get, Health.Ready)).Expect(HttpStatusCode.OK);

        await using var stored = new StoredOrders("sqlite", await Copy(server));
        await _shoppers.FindEverything(server.Api, stored, others: 1);
    }

    /// <summary>Whether for a moment all are refused, and nobody gets on.</summary>
    private async Task<bool> AllAreRefused(Task load)
    {
        if (load.IsCompleted)
        {
            await load;
        }

        var (writes, refused) = (_shoppers.Writes, _shoppers.Refused);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        return _shoppers.Writes == writes && _shoppers.Refused.Zip(refused).All(one => one.First > one.Second);
    }

    /// <summary>The data as the server sees them.</summary>
    private string FolderOf(ServerProcess server) => $"/proc/{server.Id}/root{_data.Path}";

    /// <summary>The database at one moment, where it can be opened: its own folder can be named from here, but not as SQLite names it.</summary>
    private async Task<string> Copy(ServerProcess server)
    {
        await Signal(server, "STOP");
        foreach (var file in (string[])["funnel.db", "funnel.db-wal"])
        {
            File.Copy($"{FolderOf(server)}/{file}", $"{_copy.Path}/{file}");
        }

        await Signal(server, "CONT");
        return $"Data Source={_copy.Path}/funnel.db";
    }

    private static Task LimitFiles(ServerProcess server, string bytes) =>
        RunWell("prlimit", $"--pid={server.Id}", $"--fsize={bytes}:");

    private static Task Signal(ServerProcess server, string signal) => RunWell("kill", $"-{signal}", $"{server.Id}");

    private static async Task RunWell(params string[] command) => Assert.Equal(0, await Run(command));

    private static async Task<int> Run(string[] command)
    {
        using var process = Process.Start(command[0], command[1..]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
