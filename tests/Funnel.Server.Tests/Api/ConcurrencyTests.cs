using System.Net;
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
    public async Task Sixty_four_clients_with_different_answers_change_an_order_one_after_the_other()
    {
        var order = await shared.Api.Start("print-shop");

        var replies = await AtOnce(
            64,
            client =>
                (client % 8) switch
                {
                    0 or 1 or 2 => order.Answer("cards", Answers.Accept("cards", Quantities[client / 8 % 4])),
                    3 or 4 => order.Accept("paper", client % 3 == 0 ? "silk" : "soft-touch"),
                    5 => order.Decline("paper"),
                    6 => order.Accept("finish", "rounded"),
                    _ => order.Back("cards"),
                }
        );

        var written = 0;
        foreach (var reply in replies)
        {
            if (reply.Status is HttpStatusCode.OK)
            {
                Invariants.Hold(reply);
                written++;
                continue;
            }

            reply.Expect(HttpStatusCode.Conflict, "step-not-reached");
            Problem.IsWellFormed(reply);
        }

        Assert.True(written > 0);
        var end = await order.View();
        Assert.InRange(end.Revision, 2, 1 + written);
        Invariants.Hold(end);
        await RevisionsFormOneChain(order);
        await AsItIsStored(order, end);
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
    public async Task Of_a_completion_and_a_cancellation_at_once_one_wins()
    {
        for (var race = 0; race < 8; race++)
        {
            var order = await shared.Api.Start("print-shop");
            var end = await order.WalkToEnd(Walker.DeclineOrLeast);

            var replies = await AtOnce(8, client => client % 2 == 0 ? order.Complete(end.Total) : order.Cancel());

            var after = await order.View();
            Assert.Equal(end.Revision + 1, after.Revision);
            Assert.All(
                replies,
                reply =>
                {
                    if (reply.Status is HttpStatusCode.OK)
                    {
                        Assert.Equal(after.TextAt("/status"), reply.TextAt("/status"));
                    }
                    else
                    {
                        reply.Expect(HttpStatusCode.Conflict, $"order-{after.TextAt("/status")}");
                    }
                }
            );
        }
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
        var events = await store.ReadEvents(order.Id, TestContext.Current.CancellationToken);
        var stored = await store.FindOrder(order.Id, TestContext.Current.CancellationToken);

        Assert.Equal(
            Enumerable.Range(1, (int)stored!.Revision).Select(revision => (long)revision),
            events.Select(e => e.Revision)
        );
    }

    private async Task AsItIsStored(OrderClient order, Reply view)
    {
        var store = shared.Server.Services.GetRequiredService<IStore>();
        var stored = await store.FindOrder(order.Id, TestContext.Current.CancellationToken);

        Assert.Equal(stored!.Revision, view.Revision);
    }
}
