using Microsoft.Data.Sqlite;

namespace Funnel.Server.Tests.Running;

/// <summary>
/// A database in which the repository's own funnels are published, made once: to check them again for every server under test
/// would take most of the tests' time.
/// </summary>
internal static class PublishedShops
{
    private static readonly Lazy<TemporaryFolder> Made = new(Make);

    /// <summary>Puts a copy of it where a server will look for its data.</summary>
    public static void CopyTo(TemporaryFolder data)
    {
        foreach (var file in Directory.EnumerateFiles(Made.Value.Path))
        {
            File.Copy(file, Path.Combine(data.Path, Path.GetFileName(file)));
        }
    }

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var server = RunningServer.Start(new ServerSettings { Data = folder });
        server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        // Else it is closed some time later, and its files beside the database go while they are being copied.
        SqliteConnection.ClearAllPools();
        return folder;
    }
}
