using System.Net;
using System.Text.Json;

namespace Funnel.Server.Tests.Running;

/// <summary>Walks any funnel from what its replies say, as a frontend does that has never seen it.</summary>
internal static class Walker
{
    private const int MostSteps = 100;

    // What fits the patterns that the repository's funnels ask.
    private static readonly Dictionary<string, string> Samples = new()
    {
        ["tax-number"] = "NL001234567B01",
        ["imei"] = "490154203237518",
    };

    /// <summary>Answers every step until the walk is at its end, and looks at each reply.</summary>
    /// <param name="answer">What to say to a step, as it is shown.</param>
    public static async Task<Reply> WalkToEnd(
        this OrderClient order,
        Func<JsonElement, object> answer,
        Func<Reply, Task>? look = null
    )
    {
        var reply = (await order.View()).Expect(HttpStatusCode.OK);
        for (var steps = 0; reply.Step is { } step; steps++)
        {
            Assert.True(steps < MostSteps, "The walk does not end.");
            Invariants.Hold(reply);
            if (look is not null)
            {
                await look(reply);
            }

            reply = await order.Take(step, answer(reply.Json.GetProperty("step")));
            Assert.Equal("answered", StateOf(reply, step));
        }

        Invariants.Hold(reply);
        return reply;
    }

    /// <summary>Accepts as little as possible until the walk is at that step.</summary>
    public static async Task<Reply> WalkTo(this OrderClient order, string step)
    {
        var reply = (await order.View()).Expect(HttpStatusCode.OK);
        while (reply.Step is { } current && current != step)
        {
            reply = await order.Take(current, DeclineOrLeast(reply.Json.GetProperty("step")));
        }

        Assert.Equal(step, reply.Step);
        return reply;
    }

    /// <summary>As many offers as may be accepted, beginning with the n-th; every field filled in.</summary>
    public static object AcceptFrom(JsonElement step, int first)
    {
        if (IsForm(step))
        {
            return FillIn(step, _ => true);
        }

        var offers = step.GetProperty("offers").Values("id").ToArray();
        var most = step.GetProperty("pick").GetProperty("max").GetInt32();
        return Answers.Accept([
            .. Enumerable.Range(first, Math.Min(most, offers.Length)).Select(i => offers[i % offers.Length]),
        ]);
    }

    /// <summary>Nothing where that is possible, else the least.</summary>
    public static object DeclineOrLeast(JsonElement step)
    {
        if (IsForm(step))
        {
            return step.GetProperty("fields").EnumerateArray().Any(IsRequired)
                ? FillIn(step, IsRequired)
                : Answers.Decline;
        }

        var least = step.GetProperty("pick").GetProperty("min").GetInt32();
        return least == 0 ? Answers.Decline : Answers.Accept([.. step.GetProperty("offers").Values("id").Take(least)]);
    }

    public static object FillIn(JsonElement step, Func<JsonElement, bool> which) =>
        Answers.Inputs(
            step.GetProperty("fields")
                .EnumerateArray()
                .Where(which)
                .ToDictionary(field => field.GetProperty("id").GetString()!, SampleOf)
        );

    private static bool IsForm(JsonElement step) => step.GetProperty("kind").ValueEquals("form");

    private static bool IsRequired(JsonElement field) => field.GetProperty("required").GetBoolean();

    private static object SampleOf(JsonElement field) =>
        field.GetProperty("type").GetString() switch
        {
            "number" => field.TryGetProperty("min", out var least) ? least.GetDecimal() : 1,
            "checkbox" => true,
            "email" => "zoe@example.com",
            "tel" => "+31 20 123 4567",
            "date" => "2026-12-01",
            "url" => "https://example.com/logo.svg",
            "choice" => field.GetProperty("choices").EnumerateObject().First().Name,
            _ => Samples.GetValueOrDefault(field.GetProperty("id").GetString()!, "Zoë"),
        };

    private static string? StateOf(Reply reply, string step) =>
        reply
            .Json.At("/progress/steps")
            .EnumerateArray()
            .Single(one => one.GetProperty("id").ValueEquals(step))
            .TextAt("/state");
}
