using System.Net;
using System.Text.Json;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What holds on every walk through every funnel, for a frontend that knows none of them.</summary>
public sealed class EveryFunnelTests(SharedServer shared)
{
    public static TheoryData<string> Funnels =>
        ["burger-menu", "phone-shop", "print-shop", "software-plans", "winter-coat"];

    [Theory, MemberData(nameof(Funnels))]
    public async Task Declining_all_that_can_be_declined_leads_to_a_completed_order(string funnel)
    {
        var order = await Start(funnel);

        var end = await order.WalkToEnd(Walker.DeclineOrLeast);

        await Complete(order, end);
    }

    [Theory, MemberData(nameof(Funnels))]
    public async Task Accepting_all_that_can_be_accepted_leads_to_a_completed_order(string funnel)
    {
        // Where one of three can be accepted, three walks accept each of them.
        for (var first = 0; first < 3; first++)
        {
            var order = await Start(funnel);

            var end = await order.WalkToEnd(step => Walker.AcceptFrom(step, first));

            await Complete(order, end);
        }
    }

    [Theory, MemberData(nameof(Funnels))]
    public async Task Every_delta_that_is_shown_is_what_the_answer_then_does(string funnel)
    {
        for (var first = 0; first < 2; first++)
        {
            var order = await Start(funnel);

            await order.WalkToEnd(step => Walker.AcceptFrom(step, first), reply => EveryDeltaHolds(order, reply));
        }
    }

    private async Task<OrderClient> Start(string funnel) =>
        await shared.Api.Start(
            funnel,
            """
            {
              "country": "DE",
              "customer": { "segment": "education", "ordersPlaced": 5, "since": 2020, "interests": ["children", "gardening"] }
            }
            """,
            ServerSettings.MerchantKey
        );

    private static async Task Complete(OrderClient order, Reply end)
    {
        var completed = (await order.Complete(end.Total)).Expect(HttpStatusCode.OK);
        Assert.Equal("completed", completed.TextAt("/status"));
        Assert.Equal(end.Total, completed.Total);
        Invariants.Hold(completed);
    }

    private static async Task EveryDeltaHolds(OrderClient order, Reply before)
    {
        var step = before.Json.GetProperty("step");
        if (step.GetProperty("kind").ValueEquals("form"))
        {
            return;
        }

        var least = step.GetProperty("pick").GetProperty("min").GetInt32();
        Assert.True(least <= 1, "A delta tells of one offer alone, and this step wants more.");
        foreach (var offer in step.GetProperty("offers").EnumerateArray())
        {
            var id = offer.TextAt("/id")!;
            await Holds(
                order,
                before,
                new { offer = id },
                offer.GetProperty("delta"),
                offer.TextAt("/totalAfter/amount")
            );
            if (offer.At("/choose/quantity/values") is { ValueKind: JsonValueKind.Array } quantities)
            {
                foreach (var value in quantities.EnumerateArray())
                {
                    await Holds(
                        order,
                        before,
                        new { offer = id, quantity = value.GetProperty("value").GetInt32() },
                        value.GetProperty("delta")
                    );
                }
            }

            if (offer.At("/choose/options") is { ValueKind: JsonValueKind.Object } options)
            {
                foreach (var option in options.EnumerateObject())
                {
                    foreach (var choice in option.Value.GetProperty("choices").EnumerateArray())
                    {
                        var chosen = new Dictionary<string, string> { [option.Name] = choice.TextAt("/id")! };
                        await Holds(order, before, new { offer = id, options = chosen }, choice.GetProperty("delta"));
                    }
                }
            }
        }
    }

    private static async Task Holds(
        OrderClient order,
        Reply before,
        object accepted,
        JsonElement delta,
        string? totalAfter = null
    )
    {
        var shown = JsonSerializer.Serialize(accepted);
        var preview = await order.Preview(new { step = before.Step, accept = new[] { accepted } });
        if (delta.ValueKind is JsonValueKind.Null)
        {
            Assert.True((int)preview.Status is 409 or 422, $"{shown} has no delta, and is taken: {preview.Body}");
            return;
        }

        if (preview.Status is HttpStatusCode.UnprocessableEntity && preview.ProblemType == "urn:funnel:changes-nothing")
        {
            Assert.Equal(0, delta.AmountAt(""));
            return;
        }

        preview.Expect(HttpStatusCode.OK);
        Assert.True(
            preview.TotalAmount - before.TotalAmount == delta.AmountAt(""),
            $"{shown} shows {delta} and does {preview.Total} to {before.Total}."
        );
        if (totalAfter is not null)
        {
            Assert.Equal(totalAfter, preview.Total);
        }
    }
}
