using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Funnel.Server.Tests.Running;

/// <summary>A reply as it came over the wire.</summary>
public sealed class Reply
{
    private readonly Lazy<JsonElement> _json;

    /// <param name="bytes">The body as it came.</param>
    /// <param name="body">The same as text.</param>
    internal Reply(HttpResponseMessage message, byte[] bytes, string body)
    {
        Bytes = bytes;
        Status = message.StatusCode;
        Headers = message.Headers;
        ContentType = message.Content.Headers.ContentType?.MediaType;
        Allow = [.. message.Content.Headers.Allow];
        Body = body;
        _json = new(() =>
            body.Length > 0 && (ContentType is "application/json" or "application/problem+json")
                ? JsonElement.Parse(body)
                : throw new InvalidOperationException($"{(int)Status} is not JSON: {Body}")
        );
    }

    public HttpStatusCode Status { get; }

    public HttpResponseHeaders Headers { get; }

    public string? ContentType { get; }

    public IReadOnlyList<string> Allow { get; }

    public string Body { get; }

    public IReadOnlyList<byte> Bytes { get; }

    public string? ETag => Headers.ETag?.ToString();

    public JsonElement Json => _json.Value;

    public string? ProblemType => TextAt("/type");

    /// <summary>The JSON Pointers of a problem's errors.</summary>
    public IReadOnlyList<string> Pointers =>
        Json.TryGetProperty("errors", out var errors) ? [.. errors.Values("pointer")] : [];

    public string Id => TextAt("/id")!;

    public string Token => TextAt("/token")!;

    public long Revision => Json.GetProperty("revision").GetInt64();

    /// <summary>The id of the step that is to be answered; null at the end of the walk.</summary>
    public string? Step => TextAt("/step/id");

    public string Total => TextAt("/totals/total/amount")!;

    public decimal TotalAmount => decimal.Parse(Total, CultureInfo.InvariantCulture);

    /// <summary>The ids of the current step's offers.</summary>
    public IReadOnlyList<string> Offers => [.. Json.GetProperty("step").GetProperty("offers").Values("id")];

    public IReadOnlyList<string> Actions =>
        [.. Json.GetProperty("actions").EnumerateArray().Select(one => one.GetString()!)];

    public JsonElement Offer(string id) =>
        Json.GetProperty("step")
            .GetProperty("offers")
            .EnumerateArray()
            .Single(offer => offer.GetProperty("id").ValueEquals(id));

    public JsonElement Line(string id) =>
        Json.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("id").ValueEquals(id));

    /// <summary>The text at a JSON Pointer; null where there is none.</summary>
    public string? TextAt(string pointer) =>
        Json.At(pointer) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public Reply Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"Expected {(int)status}, got {(int)Status}: {Body}");
        return this;
    }

    public Reply Expect(HttpStatusCode status, string problem)
    {
        Expect(status);
        Assert.Equal("application/problem+json", ContentType);
        Assert.Equal($"urn:funnel:{problem}", ProblemType);
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        return this;
    }

    /// <summary>The store does not do it now, and the caller is told when to come back.</summary>
    public void ExpectStoreUnavailable()
    {
        Expect(HttpStatusCode.ServiceUnavailable, "store-unavailable");
        Assert.Equal(TimeSpan.FromSeconds(1), Headers.RetryAfter?.Delta);
    }
}

internal static class JsonPaths
{
    /// <summary>What is at a JSON Pointer; undefined where nothing is.</summary>
    public static JsonElement At(this JsonElement json, string pointer)
    {
        foreach (var part in pointer.Split('/').Skip(1))
        {
            var next = json.ValueKind switch
            {
                JsonValueKind.Object => json.TryGetProperty(part, out var property) ? property : default,
                JsonValueKind.Array => json.EnumerateArray()
                    .ElementAtOrDefault(int.Parse(part, CultureInfo.InvariantCulture)),
                _ => default,
            };
            json = next;
        }

        return json;
    }

    public static string? TextAt(this JsonElement json, string pointer) =>
        json.At(pointer) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static decimal AmountAt(this JsonElement json, string pointer) =>
        decimal.Parse(json.TextAt(pointer + "/amount")!, CultureInfo.InvariantCulture);

    /// <summary>One text property of each object of an array.</summary>
    public static IEnumerable<string> Values(this JsonElement array, string property) =>
        array.EnumerateArray().Select(one => one.GetProperty(property).GetString()!);
}
