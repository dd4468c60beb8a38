using System.Text.Json;
using Funnel.Server.Funnels;
using Funnel.Server.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace Funnel.Server.Api;

/// <summary>Answers what is no bug: a body that cannot be read, and what this instance cannot do now.</summary>
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
                problem = Problems.MalformedBody(JsonPath.ToPointer(json.Path), WhatIsWrong(json));
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad when IsAboutNoBody(bad):
                problem = Problems.MalformedBody("", "This call takes a body.");
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad:
                problem = Problems.MalformedRequest(bad.Message);
                break;
            case BadHttpRequestException bad:
                problem = Problems.OfStatus(bad.StatusCode);
                break;
            case StoreUnavailableException unavailable:
                LogStoreUnavailable(unavailable);
                problem = Problems.StoreUnavailable();
                break;
            case UnreadableVersionException:
                problem = Problems.VersionUnreadable();
                break;
            case TooManyChecksException:
                problem = Problems.TooManyChecks();
                break;
            default:
                return false;
        }

        if (problem.StatusCode is StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>The framework says of an empty body, and of a bare null, that its parameter was not provided.</summary>
    private static bool IsAboutNoBody(BadHttpRequestException bad) =>
        bad.Message.StartsWith("Required parameter", StringComparison.Ordinal)
        || bad.Message.StartsWith("Implicit body", StringComparison.Ordinal);

    /// <summary>The serializer's words, without the .NET types that mean nothing to a caller.</summary>
    private static string WhatIsWrong(JsonException json)
    {
        var message = json.Message.Split(" Path: ", 2)[0];
        return Says("could not be mapped to any .NET member") ? "This call takes no such property."
            : Says("Duplicate property") ? "The property is here twice."
            : Says("allow setting null values") ? "Something has to be here: null is nothing."
            : Says("missing required properties")
                ? "A required property is missing: " + message.Split("including: ")[^1]
            : Says(" type '") || Says("could not be converted to") ? "The value is not of the type that is asked here."
            : message;

        bool Says(string words) => message.Contains(words, StringComparison.Ordinal);
    }

    [LoggerMessage(LogLevel.Error, "The store cannot be reached")]
    private partial void LogStoreUnavailable(Exception exception);
}
