using System.Runtime.CompilerServices;

namespace Funnel.Server.Tests.Running;

/// <summary>Where the repository's own files are.</summary>
internal static class Repository
{
    public static string Funnels { get; } = At("funnels");

    public static string Readme { get; } = At("README.md");

    public static string Deploy { get; } = At("deploy");

    public static string SecurityNotes { get; } = At(".github/SECURITY.md");

    /// <summary>What the server is built with.</summary>
    public static string ServerPackages { get; } = At("src/Funnel.Server/packages.lock.json");

    /// <summary>axe-core, which finds what keeps people from using a page.</summary>
    public static string Axe { get; } = At("src/Funnel.Web/node_modules/axe-core/axe.min.js");

    public static string TestResults { get; } = At("TestResults");

    /// <summary>What the pages are built with.</summary>
    public static string PagePackages { get; } = At("src/Funnel.Web/package.json");

    private static string At(string path) => Path.GetFullPath(Path.Combine(FolderOfThisFile(), "../../..", path));

    private static string FolderOfThisFile([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
