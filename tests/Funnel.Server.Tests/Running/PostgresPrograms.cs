using System.Diagnostics;
using System.Globalization;

namespace Funnel.Server.Tests.Running;

/// <summary>Runs PostgreSQL's programs as it wants to be run.</summary>
internal static class PostgresPrograms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Folder = Find();

    /// <summary>Runs a program to its end, and gives what it says.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> Run(string program, params string[] arguments)
    {
        var start = Start(program, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(CancellationToken.None).WaitAsync(Patience);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} failed: {await output} {await errors}");
    }

    /// <summary>How to start a program, with PostgreSQL's own on its path.</summary>
    public static ProcessStartInfo Start(string program, params string[] arguments)
    {
        // PostgreSQL refuses to run as root. It becomes this very process, so that whoever kills it buries it as well.
        string[] command = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments]
            : [program, .. arguments];

        // By env, since the path that finds the program is not the one that it gets.
        return new ProcessStartInfo("env", [$"PATH={Folder}:{Environment.GetEnvironmentVariable("PATH")}", .. command])
        {
            WorkingDirectory = "/tmp",
        };
    }

    // Debian keeps every version's programs in a folder of its own, off the path.
    private static string Find()
    {
        IEnumerable<string> folders =
        [
            .. Directory.Exists("/usr/lib/postgresql")
                ? Directory
                    .EnumerateDirectories("/usr/lib/postgresql")
                    .OrderByDescending(version =>
                        int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number)
                            ? number
                            : 0
                    )
                    .Select(version => Path.Combine(version, "bin"))
                : [],
            .. Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [],
        ];
        return folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "pg_ctl")))
            ?? throw new InvalidOperationException("There is no PostgreSQL here; tests/run installs it.");
    }
}
