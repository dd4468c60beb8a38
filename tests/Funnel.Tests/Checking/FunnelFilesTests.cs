using System.Runtime.CompilerServices;
using Funnel.Checking;
using Funnel.Definitions;

namespace Funnel.Tests.Checking;

public sealed class FunnelFilesTests
{
    public static TheoryData<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Folder(), "*.json")
                .Where(IsFunnel)
                .Select(file => Path.GetFileName(file))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Funnel_that_comes_with_the_product_has_no_problems(string file) =>
        Assert.DoesNotContain(
            Check.Run(File.ReadAllBytes(Path.Combine(Folder(), file))).Problems,
            problem => problem.Severity > Severity.Note
        );

    private static bool IsFunnel(string file) =>
        !file.EndsWith(".schema.json", StringComparison.Ordinal)
        && !file.EndsWith(".tests.json", StringComparison.Ordinal);

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "funnels"));
}
