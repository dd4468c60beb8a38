using System.Net.Mime;
using System.Text.Json.Nodes;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Funnels;

namespace Funnel.Server.Api;

/// <summary>A body that is a funnel's file, or one of tests, taken byte for byte: what is wrong with it is for its report to say.</summary>
internal static class DefinitionBody
{
    public static RouteHandlerBuilder TakesDefinition(this RouteHandlerBuilder endpoint) =>
        endpoint.Accepts<WrittenDefinition>(MediaTypeNames.Application.Json).RefusesFiles();

    /// <summary>The tests may be left out.</summary>
    public static RouteHandlerBuilder TakesTests(this RouteHandlerBuilder endpoint) =>
        endpoint.Accepts<JsonObject>(isOptional: true, MediaTypeNames.Application.Json).RefusesFiles();

    /// <returns>The body, or what is to be said to one that is none, too large, or of another type.</returns>
    public static async Task<(ReadOnlyMemory<byte> Content, ProblemResult? Problem)> Read(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (default, Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        }

        // One more than there may be tells that there is more; beyond its own limit, which closes the connection, the web server
        // says so itself.
        var content = new byte[Math.Min(request.ContentLength ?? FunnelFile.MostBytes, FunnelFile.MostBytes) + 1];
        var length = await request.Body.ReadAtLeastAsync(
            content,
            content.Length,
            throwOnEndOfStream: false,
            request.HttpContext.RequestAborted
        );
        return length switch
        {
            0 => (default, Problems.MalformedBody("", "This call takes a body.")),
            > FunnelFile.MostBytes => (default, Problems.OfStatus(StatusCodes.Status413PayloadTooLarge)),
            _ => (content.AsMemory(0, length), null),
        };
    }

    private static RouteHandlerBuilder RefusesFiles(this RouteHandlerBuilder endpoint) =>
        endpoint.Refuses([
            ProblemKind.MalformedBody,
            ProblemKind.TooLarge,
            ProblemKind.UnsupportedMediaType,
            ProblemKind.TooManyChecks,
        ]);
}
