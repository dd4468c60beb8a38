namespace Funnel.Server.Commands;

/// <summary>Does the same to every file that a command is given: the worst exit code counts, and what cannot be read stops no other.</summary>
internal static class EachFile
{
    /// <param name="look">Looks at one file, and gives its exit code and, for JSON, its view; null where there is nothing to show.</param>
    public static async Task<int> Of(
        IEnumerable<string> paths,
        bool json,
        Terminal terminal,
        Func<string, Task<(int ExitCode, object? View)>> look
    )
    {
        var exitCode = ExitCodes.Fine;
        var views = new List<object>();
        foreach (var path in paths)
        {
            try
            {
                var (itsCode, view) = await look(path);
                exitCode = Math.Max(exitCode, itsCode);
                if (view is not null)
                {
                    views.Add(view);
                }
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                await terminal.Errors.WriteLineAsync(problem.Message);
                exitCode = ExitCodes.WrongUse;
            }
        }

        if (json)
        {
            terminal.WriteJson(new { Files = views });
        }

        return exitCode;
    }
}
