using Funnel.Server.Funnels;

namespace Funnel.Server.Commands;

/// <summary><c>check FILE…</c>: says everything that is wrong with funnel files, a line each, as compilers do.</summary>
internal static class CheckCommand
{
    public const string Name = "check";

    /// <returns>0 where all of them can be published, 1 where one cannot, 2 where one cannot be read or none is named.</returns>
    public static int Run(IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            Console.Error.WriteLine("Name the files to check: check funnels/coffee.json");
            return 2;
        }

        var exitCode = 0;
        foreach (var file in files)
        {
            try
            {
                exitCode = Math.Max(exitCode, Check(file));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine(problem.Message);
                exitCode = 2;
            }
        }

        return exitCode;
    }

    private static int Check(string file)
    {
        var report = Checking.Check.Run(File.ReadAllBytes(file));
        foreach (var problem in report.Problems)
        {
            Console.WriteLine(FunnelFile.Line(file, problem));
        }

        if (report.Problems.Count == 0)
        {
            Console.WriteLine($"{file}: nothing is wrong with it.");
        }

        return report.HasErrors ? 1 : 0;
    }
}
