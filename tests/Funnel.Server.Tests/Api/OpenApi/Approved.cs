using System.Runtime.CompilerServices;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>A file that people approve by committing it.</summary>
internal static class Approved
{
    /// <param name="path">From this file's folder.</param>
    public static async Task Matches(string path, string content)
    {
        var approved = Beside(path);
        var received =
            Path.ChangeExtension(approved, null).Replace(".approved", "", StringComparison.Ordinal) + ".received.json";
        if (File.Exists(approved) && await File.ReadAllTextAsync(approved) == content)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, content);
        Assert.Fail(
            $"{approved} is not what it was approved to be. Look at what changed, and accept it by: mv {received} {approved}"
        );
    }

    /// <summary>A file beside this one.</summary>
    public static string Beside(string path) => Path.GetFullPath(Path.Combine(FolderOfThisFile(), path));

    private static string FolderOfThisFile([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
