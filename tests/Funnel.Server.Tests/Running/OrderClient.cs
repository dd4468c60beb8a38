using System.Net;

namespace Funnel.Server.Tests.Running;

/// <summary>The calls for one order, with what opens it.</summary>
public sealed class OrderClient(ApiClient api, string id, string? token, Reply? started)
{
    private readonly string _path = $"/v1/orders/{id}";

    public string Id => id;

    public string? Token => token;

    /// <summary>The reply that started it.</summary>
    public Reply Started => started ?? throw new InvalidOperationException("The order was not started here.");

    public OrderClient With(string? otherToken) => new(api, id, otherToken, started);

    public Task<Reply> View(params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Get, "", null, headers);

    public Task<Reply> Answer(string step, object? answer, params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Put, $"/answers/{step}", answer, headers);

    /// <summary>Accepts offers by id, in one answer.</summary>
    public Task<Reply> Accept(string step, params IEnumerable<string> offers) =>
        Answer(step, Answers.Accept([.. offers]));

    public Task<Reply> Decline(string step) => Answer(step, Answers.Decline);

    public Task<Reply> Back(string step, params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Delete, $"/answers/{step}", null, headers);

    public Task<Reply> ViewAnswer(string step) => Send(HttpMethod.Get, $"/answers/{step}", null);

    public Task<Reply> ChangeInputs(object inputs, params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Put, "/inputs", new { inputs }, headers);

    public Task<Reply> Preview(object? answerWithStep) => Send(HttpMethod.Post, "/preview", answerWithStep);

    public Task<Reply> Complete(string total, params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Post, "/complete", new { total }, headers);

    public Task<Reply> Cancel(params IReadOnlyList<(string Name, string Value)> headers) =>
        Send(HttpMethod.Post, "/cancel", null, headers);

    /// <summary>What happened to it, for merchants.</summary>
    public Task<Reply> Events() => Send(HttpMethod.Get, "/events", null);

    public Task<Reply> Send(
        HttpMethod method,
        string pathBelow,
        object? body,
        params IReadOnlyList<(string Name, string Value)> headers
    ) => api.Send(method, _path + pathBelow, body, token, headers);

    /// <summary>Answers, and expects that to be taken.</summary>
    public async Task<Reply> Take(string step, object answer) => (await Answer(step, answer)).Expect(HttpStatusCode.OK);
}

/// <summary>Answers in few words.</summary>
internal static class Answers
{
    public static object Decline { get; } = new { decline = true };

    public static object Accept(params IReadOnlyList<string> offers) =>
        new { accept = offers.Select(offer => new { offer }).ToArray() };

    public static object Accept(string offer, int quantity) => new { accept = new[] { new { offer, quantity } } };

    public static object Inputs(object inputs) => new { inputs };
}
