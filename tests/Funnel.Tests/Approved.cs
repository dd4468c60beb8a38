using System.Runtime.CompilerServices;

namespace Funnel.Tests;

/// <summary>Texts that people read, held against the file beside the test that somebody approved.</summary>
internal static class Approved
{
    /// <param name="name">The file's name before <c>.approved.</c>.</param>
    /// <param name="extension">What it ends with.</param>
    public static void Equal(string name, string extension, string text, [CallerFilePath] string test = "") =>
        Equal(Beside(test, $"{name}.approved.{extension}"), Beside(test, $"{name}.received.{extension}"), text);

    /// <param name="path">A file of the repository, from the test's folder on, that is kept as it is made.</param>
    public static void EqualFile(string path, string text, [CallerFilePath] string test = "") =>
        Equal(
            Beside(test, path),
            Beside(test, $"{Path.GetFileNameWithoutExtension(path)}.received{Path.GetExtension(path)}"),
            text
        );

    private static void Equal(string approved, string received, string text)
    {
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(
            $"{Path.GetFileName(approved)} differs. Compare the two files; if the new one is right, it becomes the approved one:\n  mv {received} {approved}"
        );
    }

    private static string Beside(string test, string path) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(test)!, path));
}
