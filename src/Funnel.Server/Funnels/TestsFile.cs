namespace Funnel.Server.Funnels;

/// <summary>The file of tests beside a funnel's: <c>print-shop.tests.json</c> beside <c>print-shop.json</c>.</summary>
internal static class TestsFile
{
    public const string Ending = ".tests.json";

    /// <param name="funnel">The path of the funnel's file.</param>
    public static string Beside(string funnel) => Path.ChangeExtension(funnel, Ending);

    /// <param name="path">Either of the two.</param>
    public static (string Funnel, string Tests) Pair(string path) =>
        path.EndsWith(Ending, StringComparison.Ordinal)
            ? ($"{path[..^Ending.Length]}.json", path)
            : (path, Beside(path));
}
