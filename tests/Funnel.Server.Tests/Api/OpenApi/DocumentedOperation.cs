using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Funnel.Server.Api;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>An operation as the document of a running server describes it.</summary>
/// <param name="Template">The path as the document has it.</param>
/// <param name="Path">The same with example values for all that is variable in it but the order's id.</param>
/// <param name="Bodies">The bodies that it shows; a single null where it takes none.</param>
internal sealed record DocumentedOperation(
    HttpMethod Method,
    string Template,
    string Path,
    Access Access,
    IReadOnlyList<string?> Bodies
)
{
    private const string OrderId = "orderId";

    public static async Task<IReadOnlyList<DocumentedOperation>> All(ApiClient api)
    {
        var document = (await api.Send(HttpMethod.Get, ApiDocument.Address)).Expect(HttpStatusCode.OK).Json;
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select new DocumentedOperation(
                new(operation.Name.ToUpperInvariant()),
                path.Name,
                Filled(path.Name, operation.Value),
                WhomItServes(operation.Value, $"{operation.Name} {path.Name}"),
                [.. Examples(operation.Value)]
            ),
        ];
    }

    /// <summary>The path for that order, where it is about an order.</summary>
    public string For(string orderId) => Path.Replace($"{{{OrderId}}}", orderId, StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";

    private static Access WhomItServes(JsonElement operation, string name) =>
        JsonNode.Parse(operation.GetProperty("security").GetRawText())!.ToJsonString() switch
        {
            "[]" => Access.Anyone,
            """[{},{"merchantKey":[]}]""" => Access.AnyoneOrMerchant,
            """[{"orderToken":[]},{"merchantKey":[]}]""" => Access.OrderHolder,
            """[{"merchantKey":[]}]""" => Access.Merchant,
            var other => throw new NotSupportedException($"{name} serves whom no test knows: {other}."),
        };

    private static string Filled(string path, JsonElement operation) =>
        Regex.Replace(
            path,
            @"\{(?<name>[^}]+)\}",
            match => match.Groups["name"].Value is var name && name == OrderId ? match.Value : Example(operation, name),
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );

    private static string Example(JsonElement operation, string name)
    {
        var parameter = operation.GetProperty("parameters").EnumerateArray().Single(one => one.TextAt("/name") == name);
        return parameter.TextAt("/example") ?? parameter.TextAt("/schema/examples/0") ?? "1";
    }

    private static IEnumerable<string?> Examples(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body)
            ? body.At("/content")
                .GetProperty("application/json")
                .GetProperty("examples")
                .EnumerateObject()
                .Select(string? (example) => example.Value.GetProperty("value").GetRawText())
            : [null];
}
