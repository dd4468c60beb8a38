namespace Funnel.Tests.Definitions;

/// <summary>The funnels that come with the product.</summary>
public static class ShippedFunnels
{
    private static readonly string Folder = FindFolder();

    public static TheoryData<string> Names =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.json")
                .Select(path => Path.GetFileName(path))
                .Where(name =>
                    !name.EndsWith(".schema.json", StringComparison.Ordinal)
                    && !name.EndsWith(".tests.json", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The guide for those who write them.</summary>
    public static string Guide => File.ReadAllText(Path.Combine(Folder, "README.md"));

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Funnel.sln")))
        {
            folder =
                Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("The solution is not around the tests.");
        }

        return Path.Combine(folder, "funnels");
    }
}
