using System.Net;
using System.Net.Sockets;
using System.Text;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Funnel.Server.Tests.Api;

public sealed class ConcurrencyTests(SharedServer shared)
{
    private static readonly int[] Quantities = [100, 250, 500, 1000];

    [Fact]
    public async Task The_same_answer_a_hundred_times_at_once_is_one_change()
    {
        var order = await shared.Api.Start("print-shop");

        var replies = await AtOnce(100, _ => order.Accept("cards", "cards"));

        Assert.All(replies, reply => Assert.Equal(2, reply.Expect(HttpStatusCode.OK).Revision));
        Assert.Single(replies.Select(reply => reply.Body).Distinct());
        await RevisionsFormOneChain(order);
    }

    [Fact]
    public async Task With_If_Match_exactly_one_of_many_gets_through()
    {
        var order = await shared.Api.Start("print-shop");

        var replies = await AtOnce(
            32,
            client =>
                order.Answer(
                    "cards",
                    Answers.Accept("cards", Quantities[client % 4]),
                    ("If-Match", order.Started.ETag!)
                )
        );

        Assert.Single(replies, reply => reply.Status is HttpStatusCode.OK);
        Assert.All(
            replies.Where(reply => reply.Status is not HttpStatusCode.OK),
            reply => reply.Expect(HttpStatusCode.PreconditionFailed, "stale-revision")
        );
        Assert.Equal(2, (await order.View()).Revision);
    }

    [Fact]
    public async Task Clients_that_hang_up_before_the_reply_leave_the_order_whole()
    {
        var order = await shared.Api.Start("print-shop");

        await Task.WhenAll(
            Enumerable.Range(0, 100).Select(client => AnswerAndHangUp(order, Quantities[client % 4], client % 10))
        );

        // What was sent may still be on its way; an answer of our own comes to stand somewhere among it.
        await order.Take("cards", Answers.Accept("cards", 250));
        Invariants.Hold(await order.View());
        await RevisionsFormOneChain(order);
    }

    private async Task AnswerAndHangUp(OrderClient order, int quantity, int milliseconds)
    {
        var body = $$"""{"accept":[{"offer":"cards","quantity":{{quantity}}}]}""";
        using var client = new TcpClient { LingerState = new(enable: true, seconds: 0) };
        await client.ConnectAsync(
            shared.Api.Address.Host,
            shared.Api.Address.Port,
            TestContext.Current.CancellationToken
        );
        var request =
            $"PUT /v1/orders/{order.Id}/answers/cards HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {order.Token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        await Task.Delay(milliseconds, TestContext.Current.CancellationToken);
    }

    private static async Task<Reply[]> AtOnce(int clients, Func<int, Task<Reply>> call)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable
            .Range(0, clients)
            .Select(async client =>
            {
                await go.Task;
                return await call(client);
            })
            .ToArray();
        go.SetResult();
        return await Task.WhenAll(calls);
    }

    private async Task RevisionsFormOneChain(OrderClient order)
    {
        var store = shared.Server.Services.GetRequiredService<IStore>();
        var stored = await store.FindOrder(order.Id, TestContext.Current.CancellationToken);
        var events = await store.ReadEvents(order.Id, TestContext.Current.CancellationToken);

        Assert.Equal(
            Enumerable.Range(1, events.Count).Select(revision => (long)revision),
            events.Select(e => e.Revision)
        );
        Assert.InRange(stored!.Revision, 1, events.Count);
    }
}
