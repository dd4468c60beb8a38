using System.Runtime.CompilerServices;

namespace Funnel.Tests;

/// <summary>Texts that people read, held against the file beside the test that somebody approved.</summary>
internal static class Approved
{
    /// <param name="name">The file's name before <c>.approved.</c>.</param>
    /// <param name="extension">What it ends with.</param>
    public static void Equal(string name, string extension, string text, [CallerFilePath] string test = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(test)!, name);
        var (approved, received) = ($"{stem}.approved.{extension}", $"{stem}.received.{extension}");
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        Assert.Fail(
            $"{name}.{extension} differs. Compare the two files; if the new one is right, it becomes the approved one:\n  mv {received} {approved}"
        );
    }
}
