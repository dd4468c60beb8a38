namespace Funnel.Server.Api.OpenApi;

/// <summary>What an endpoint says of itself for the API's document.</summary>
internal static class EndpointDescription
{
    /// <summary>Says whom it serves.</summary>
    public static TBuilder Serves<TBuilder>(this TBuilder endpoint, Access access)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(access);

    /// <summary>Says in which ways it says no, a bug aside, which any endpoint can have.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, IReadOnlyList<ProblemKind> kinds)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata([
            new OperationProblems([.. kinds, ProblemKind.InternalError]),
            .. kinds
                .Append(ProblemKind.InternalError)
                .Select(kind => kind.Status)
                .Distinct()
                .Select(status => new ProducesResponseTypeMetadata(
                    status,
                    typeof(ProblemView),
                    [ProblemResult.ContentType]
                )),
        ]);
}
