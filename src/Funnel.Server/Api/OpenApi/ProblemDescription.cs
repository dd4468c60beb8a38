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
        var problem = document.Components!.Schemas!["Problem"];
        problem.Description +=
            $"\n\n{string.Join('\n', ProblemKind.All.Select(kind => $"- {kind.Status} `{kind.Type}`: {kind.Meaning}"))}";
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
            var response = operation.Responses![same.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)];
            response.Description = string.Join('\n', same.Select(kind => $"- `{kind.Type}`: {kind.Meaning}"));
        }

        return Task.CompletedTask;
    }
}
