using System.Text.Json;
using System.Text.RegularExpressions;
using Funnel.Server.Api;
using Funnel.Server.Tests.Api.OpenApi;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests;

/// <summary><c>.github/SECURITY.md</c> tells of every call and of every package.</summary>
public sealed partial class SecurityNotesTests(SharedServer shared)
{
    [Fact]
    public async Task They_say_of_every_call_whom_it_serves()
    {
        var operations = await DocumentedOperation.All(shared.Api);

        Assert.Equal(
            operations
                .Select(one => $"| `{one.Method} {one.Template}` | {WhomItServes(one.Access)} |")
                .Order(StringComparer.Ordinal),
            Section("Who may call what")
                .Split('\n')
                .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task They_name_every_package_that_the_server_is_built_with()
    {
        await using var file = File.OpenRead(Repository.ServerPackages);
        using var packages = await JsonDocument.ParseAsync(file);

        Assert.Equal(
            packages
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.TextAt("/type") != "Project")
                .Select(package => package.Name)
                .Order(StringComparer.Ordinal),
            Named("Dependencies")
        );
    }

    [Fact]
    public async Task They_name_every_package_that_runs_in_the_pages()
    {
        await using var file = File.OpenRead(Repository.PagePackages);
        using var packages = await JsonDocument.ParseAsync(file);

        Assert.Equal(
            packages
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .Select(package => package.Name)
                .Order(StringComparer.Ordinal),
            Named("Dependencies of the pages").Except(["package-lock.json", "src/Funnel.Web"])
        );
    }

    private static IEnumerable<string> Named(string section) =>
        Code().Matches(Section(section)).Select(name => name.Groups["code"].Value).Order(StringComparer.Ordinal);

    private static string WhomItServes(Access access) =>
        access switch
        {
            Access.Anyone => "anyone",
            Access.AnyoneOrMerchant => "anyone; with a merchant's key it may say who the customer is",
            Access.OrderHolder => "who has the order's token, or a merchant's key",
            _ => "who has a merchant's key",
        };

    private static string Section(string title) =>
        File.ReadAllText(Repository.SecurityNotes).Split($"\n## {title}\n")[1].Split("\n## ")[0];

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
