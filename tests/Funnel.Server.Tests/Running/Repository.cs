using System.Runtime.CompilerServices;

namespace Funnel.Server.Tests.Running;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    public static string Funnels { get; } = Path.GetFullPath(Path.Combine(FolderOfThisFile(), "../../../funnels"));

    private static string FolderOfThisFile([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
