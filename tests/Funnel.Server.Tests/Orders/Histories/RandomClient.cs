using System.Net;
using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>One who shops at random in the picnic's funnel, at whichever server answers.</summary>
/// <param name="cancelling">How many of a hundred orders that it is done with it cancels.</param>
internal sealed class RandomClient(Recorder order, Random random, int cancelling)
{
    private static readonly string[] Steps = ["mug", "plate", "hamper", "nowhere"];

    // What it saw last: others have changed the order since.
    private JsonElement _seen = order.Started.Json;
    private Asked _last = new Asked.View();

    private string? Current => _seen.TextAt("/step/id");

    /// <summary>Answers what all have seen, then whatever comes to mind.</summary>
    public async Task Shop(int calls)
    {
        await Send(Answer("mug") with { IfMatch = order.Started.Revision });
        for (var i = 1; i < calls; i++)
        {
            await SendWithAnyRevision(
                random.Next(20) switch
                {
                    0 => new Asked.View(),
                    1 => new Asked.Back(AnyStep()),
                    2 => new Asked.Complete("0.01"),
                    3 or 4 => _last,
                    5 => new Asked.HandOver(random.Next(1, 100)),
                    < 10 => Answer(Current ?? AnyStep()),
                    _ => Answer(AnyStep()),
                }
            );
        }
    }

    /// <summary>Goes on to the end and closes the order, until it sees it closed.</summary>
    public async Task Finish()
    {
        for (var i = 0; _seen.TextAt("/status") == "open"; i++)
        {
            Assert.True(i < 1000, "The order does not close.");
            await SendWithAnyRevision(
                random.Next(8) == 0 ? Answer(AnyStep())
                : Current is { } step ? Answer(step)
                : Close()
            );
        }
    }

    /// <summary>Goes on with an order that is closed.</summary>
    public async Task GoOn()
    {
        await SendWithAnyRevision(Close());
        await SendWithAnyRevision(Close());
        await SendWithAnyRevision(random.Next(2) == 0 ? Answer(AnyStep()) : new Asked.Back(AnyStep()));
    }

    private Task SendWithAnyRevision(Asked asked)
    {
        var seen = _seen.GetProperty("revision").GetInt64();
        long? ifMatch = random.Next(10) switch
        {
            < 7 => null,
            < 9 => seen,
            _ => seen - 1,
        };
        return Send(asked is Asked.View ? asked : asked with { IfMatch = ifMatch });
    }

    private async Task Send(Asked asked)
    {
        var reply = await order.Send(random.Next(order.Servers), asked);
        _last = asked;
        _seen =
            reply.Status is HttpStatusCode.OK ? reply.Json
            : reply.Json.TryGetProperty("order", out var shown) ? shown
            : _seen;
    }

    private string AnyStep() => Steps[random.Next(Steps.Length)];

    private Asked.Answer Answer(string step) =>
        new(
            step,
            random.Next(8) switch
            {
                0 => """{"decline":true}""",
                1 => """{"accept":[{"offer":"fork"}]}""",
                _ when step == "hamper" => """{"accept":[{"offer":"hamper"}]}""",
                _ => $$"""{"accept":[{"offer":"{{step}}","quantity":{{random.Next(1, 100)}}}]}""",
            }
        );

    private Asked Close() =>
        random.Next(100) < cancelling ? new Asked.Cancel() : new Asked.Complete(_seen.TextAt("/totals/total/amount")!);
}
