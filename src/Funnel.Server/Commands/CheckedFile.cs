using Funnel.Checking;
using Funnel.Machine;
using Funnel.Server.Funnels;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>A funnel's file that a command was given, checked.</summary>
internal sealed record CheckedFile(string Path, byte[] Content, CheckReport Report)
{
    // Whoever waits longer than this wants to see that something goes on.
    private static readonly TimeSpan Unnoticed = TimeSpan.FromMilliseconds(400);

    /// <summary>The definition, ready to be walked.</summary>
    /// <exception cref="InvalidOperationException">There are errors.</exception>
    public FunnelMachine Machine =>
        Report is { HasErrors: false, Machine: { } machine }
            ? machine
            : throw new InvalidOperationException("What has errors cannot be walked.");

    /// <exception cref="IOException">It cannot be read, or is no file of a funnel's size.</exception>
    public static async Task<CheckedFile> Read(string path, Terminal terminal)
    {
        var content = await ReadBounded(path);
        var looked = 0;
        var checking = Task.Run(() => Check.Run(content, states => Volatile.Write(ref looked, states)));
        if (terminal.IsInteractive && await Task.WhenAny(checking, Task.Delay(Unnoticed)) != checking)
        {
            await terminal
                .Console.Progress()
                .AutoClear(true)
                .StartAsync(async progress =>
                {
                    var task = progress.AddTask($"Walking {path.EscapeMarkup()}", maxValue: Check.MostStates);
                    while (await Task.WhenAny(checking, Task.Delay(100)) != checking)
                    {
                        task.Value = Volatile.Read(ref looked);
                    }
                });
        }

        return new(path, content, await checking);
    }

    /// <summary>Reads one whose walks are to be told of; where it has errors, they are told.</summary>
    /// <returns>Null where it has errors.</returns>
    public static async Task<CheckedFile?> ReadSound(string path, Terminal terminal) =>
        Sound(await Read(path, terminal), terminal);

    /// <summary>The same without going all its walks: enough to draw it, or to go one.</summary>
    public static async Task<CheckedFile?> ReadRunning(string path, Terminal terminal)
    {
        var content = await ReadBounded(path);
        return Sound(new(path, content, Check.Structure(content, out _)), terminal);
    }

    private static CheckedFile? Sound(CheckedFile file, Terminal terminal)
    {
        if (!file.Report.HasErrors)
        {
            return file;
        }

        foreach (var problem in file.Report.Problems)
        {
            terminal.Errors.WriteLine(FunnelFile.Line(file.Path, problem));
        }

        return null;
    }

    internal static async Task<byte[]> ReadBounded(string path)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new IOException("A file has a name.");
        }

        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
        var content = new byte[FunnelFile.MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false);
        return length > FunnelFile.MostBytes
            ? throw new IOException(
                $"{path} is larger than any funnel's file: at most {FunnelFile.MostBytes} bytes are read."
            )
            : content[..length];
    }
}
