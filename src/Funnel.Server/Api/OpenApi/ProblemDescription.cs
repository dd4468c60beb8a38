using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Funnel.Server.Api.OpenApi;

/// <summary>Says of each operation and status which problems there are, each with an example.</summary>
internal sealed class ProblemDescription : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    public Task TransformAsync(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var all = ProblemKind.All.Select(kind => $"- {kind.Status} `{kind.Type}`: {kind.Meaning}");
        document.Components!.Schemas!["Problem"].Description += $"\n\n{string.Join('\n', all)}";
        foreach (var (code, example) in Examples.Problems)
        {
            document.AddComponent(code, example);
        }

        return Task.CompletedTask;
    }

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var kinds = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<OperationProblems>()
            .SelectMany(problems => problems.Kinds)
            .Distinct();
        foreach (var same in kinds.GroupBy(kind => kind.Status))
        {
            var response = operation.Responses![same.Key.ToString(CultureInfo.InvariantCulture)];
            response.Description = string.Join('\n', same.Select(kind => $"- `{kind.Type}`: {kind.Meaning}"));
            ((OpenApiMediaType)response.Content![ProblemResult.ContentType]).Examples = same.ToDictionary(
                kind => kind.Code,
                IOpenApiExample (kind) => new OpenApiExampleReference(kind.Code, context.Document)
            );
        }

        operation.Responses = InOrder(operation.Responses!);
        return Task.CompletedTask;
    }

    private static OpenApiResponses InOrder(OpenApiResponses responses)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            ordered.Add(status, response);
        }

        return ordered;
    }
}
