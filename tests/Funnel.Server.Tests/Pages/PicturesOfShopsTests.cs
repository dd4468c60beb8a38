using System.Text.RegularExpressions;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Pages;

/// <summary>The repository's own shops show what they sell.</summary>
public sealed partial class PicturesOfShopsTests
{
    [Fact]
    public void Each_picture_that_a_funnel_names_is_there_and_no_other()
    {
        var named = Directory
            .EnumerateFiles(Repository.Funnels, "*.json")
            .SelectMany(file => Image().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value)
            .Distinct();

        Assert.Equal(
            Directory
                .EnumerateFiles(Path.Combine(Repository.Funnels, "images"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex("\"image\": \"/images/(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Image();
}
