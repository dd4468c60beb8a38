using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Funnel.Benchmarks.Running;

/// <summary>Whoever has an order, and the token that opens it.</summary>
internal sealed record Shopper(string Order, string Token)
{
    // Two answers to the same step, in turn: each is a change, and the order stays as it is in size.
    private static readonly byte[][] Answers =
    [
        """{"accept":[{"offer":"cards","quantity":250}]}"""u8.ToArray(),
        """{"accept":[{"offer":"cards","quantity":500}]}"""u8.ToArray(),
    ];

    public static async Task<Shopper> Start(Load load, Uri server, string funnel = "print-shop")
    {
        var order = await Read(load, Post(new Uri(server, $"/v1/funnels/{funnel}/orders"), "{}"u8.ToArray()));
        return new(order.GetProperty("id").GetString()!, order.GetProperty("token").GetString()!);
    }

    /// <param name="count">How often it has answered before.</param>
    public HttpRequestMessage Answer(Uri server, int count) =>
        WithToken(Put(At(server, "answers/cards"), Answers[count % Answers.Length]));

    /// <summary>Takes cards and nothing else, until so many steps are answered or there is no other.</summary>
    public async Task Walk(Load load, Uri server, int most)
    {
        var order = await Read(load, Answer(server, 0));
        for (
            var answered = 1;
            answered < most && order.GetProperty("step") is { ValueKind: JsonValueKind.Object } step;
            answered++
        )
        {
            var address = At(server, $"answers/{step.GetProperty("id").GetString()}");
            order = await Read(load, WithToken(Put(address, """{"decline":true}"""u8.ToArray())));
        }
    }

    /// <summary>Consents to the total of an order whose walk is at its end.</summary>
    public async Task Complete(Load load, Uri server)
    {
        var order = await Read(load, WithToken(new HttpRequestMessage(HttpMethod.Get, At(server, ""))));
        var total = order.GetProperty("totals").GetProperty("total").GetProperty("amount").GetString();
        await load.Read(WithToken(Post(At(server, "complete"), Encoding.UTF8.GetBytes($$"""{"total":"{{total}}"}"""))));
    }

    public Task Cancel(Load load, Uri server) => load.Read(WithToken(Post(At(server, "cancel"), "{}"u8.ToArray())));

    private static async Task<JsonElement> Read(Load load, HttpRequestMessage request) =>
        JsonElement.Parse(await load.Read(request));

    private static HttpRequestMessage Put(Uri address, byte[] body) =>
        new(HttpMethod.Put, address) { Content = Json(body) };

    private static HttpRequestMessage Post(Uri address, byte[] body) =>
        new(HttpMethod.Post, address) { Content = Json(body) };

    private static ByteArrayContent Json(byte[] json) =>
        new(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private Uri At(Uri server, string what) => new(server, $"/v1/orders/{Order}/{what}".TrimEnd('/'));

    private HttpRequestMessage WithToken(HttpRequestMessage request)
    {
        request.Headers.Authorization = new("Bearer", Token);
        return request;
    }
}
