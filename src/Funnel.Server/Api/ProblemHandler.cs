using System.Text.Json;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Funnel.Server.Api;

/// <summary>Answers what is no bug: a body that cannot be read, and a store that cannot be reached.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "1";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        ProblemResult problem;
        switch (exception)
        {
            case BadHttpRequestException { InnerException: JsonException json }:
                problem = Problems.MalformedBody(PointerOf(json.Path), WhatIsWrong(json));
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad:
                problem = Problems.MalformedRequest(bad.Message);
                break;
            case BadHttpRequestException bad:
                problem = Problems.OfStatus(bad.StatusCode);
                break;
            case StoreUnavailableException unavailable:
                LogStoreUnavailable(unavailable);
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
                problem = Problems.StoreUnavailable();
                break;
            default:
                return false;
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary><c>$.accept[0].quantity</c> as <c>/accept/0/quantity</c>.</summary>
    private static string PointerOf(string? path) =>
        path is null
            ? ""
            : path.TrimStart('$')
                .Replace("['", "/", StringComparison.Ordinal)
                .Replace("']", "", StringComparison.Ordinal)
                .Replace('.', '/')
                .Replace('[', '/')
                .Replace("]", "", StringComparison.Ordinal);

    /// <summary>The serializer's words, without the .NET types that mean nothing to a caller.</summary>
    private static string WhatIsWrong(JsonException json)
    {
        var message = json.Message.Split(" Path: ", 2)[0];
        return message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal)
                ? "This call takes no such property."
            : message.Contains("could not be converted to", StringComparison.Ordinal)
                ? "The value is not of the type that is asked here."
            : message.Contains("missing required properties", StringComparison.Ordinal)
                ? "A required property is missing: " + message.Split("including: ")[^1]
            : message;
    }

    [LoggerMessage(LogLevel.Error, "The store cannot be reached")]
    private partial void LogStoreUnavailable(Exception exception);
}
