using System.Text.Json;
using System.Text.RegularExpressions;
using Funnel.Server.Api;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>Watches every call of the tests: whatever an operation says no with, the document says of that operation.</summary>
internal static class DocumentedProblems
{
    /// <summary>What is said of an address that is no operation's.</summary>
    public static readonly IReadOnlyList<ProblemKind> OfNoOperation =
    [
        ProblemKind.NotFound,
        ProblemKind.MethodNotAllowed,
    ];

    private static readonly IReadOnlyList<Operation> Operations = Read();

    public static void Check(HttpMethod method, string path, Reply reply)
    {
        if (
            // A reply to HEAD has the headers of one without its body.
            method != HttpMethod.Head
            && reply.ContentType == ProblemResult.ContentType
            && OfNoOperation.All(kind => kind.Type != reply.ProblemType)
            && Operations.FirstOrDefault(one => one.Method == method.Method && one.Path.IsMatch(path)) is { } operation
        )
        {
            var problem = $"{(int)reply.Status} {reply.ProblemType}";
            Assert.True(
                operation.Problems.Contains(problem),
                $"{method} {path} said {problem}, which the document does not say of it: {reply.Body}"
            );
        }
    }

    private static Operation[] Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Approved.Beside(ApiDocumentTests.ApprovedDocument)));
        return
        [
            .. from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new Operation(operation.Name.ToUpperInvariant(), Template(path.Name), Problems(operation.Value)),
        ];
    }

    private static Regex Template(string path) =>
        new(
            $"^{Regex.Replace(path, @"\{[^}]+\}", "[^/?]+", RegexOptions.None, TimeSpan.FromSeconds(1))}(\\?.*)?$",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private static HashSet<string> Problems(JsonElement operation) =>
        [
            .. from response in operation.GetProperty("responses").EnumerateObject()
            where response.Value.TryGetProperty("content", out _)
            from content in response.Value.GetProperty("content").EnumerateObject()
            where content.Name == ProblemResult.ContentType
            from example in content.Value.GetProperty("examples").EnumerateObject()
            select $"{response.Name} urn:funnel:{example.Name}",
        ];

    private sealed record Operation(string Method, Regex Path, IReadOnlySet<string> Problems);
}
