using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Api;

/// <summary>A definition as it was sent, byte for byte, known by its hash.</summary>
/// <param name="isForEver">Whether this address will never have another.</param>
internal sealed class DefinitionResult(ReadOnlyMemory<byte> content, string hash, bool isForEver) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = EntityTags.Of(hash);
        if (isForEver)
        {
            // For who asked, with the key that they asked with.
            response.Headers.CacheControl = "private, max-age=31536000, immutable";
            response.Headers.Vary = HeaderNames.Authorization;
        }

        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = MediaTypeNames.Application.Json;
        response.ContentLength = content.Length;
        await response.BodyWriter.WriteAsync(content, httpContext.RequestAborted);
    }

    private bool IsKnown(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == EntityTags.Of(hash));
}
