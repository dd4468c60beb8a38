using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What is tried out is what happens: a walk through a definition says of each action what a real order says.</summary>
public sealed class WalkIsLikeAnOrderTests(SharedServer shared)
{
    private const int Actions = 30;

    private static readonly string?[] Logos = ["https://example.com/a.svg", "https://example.com/b.svg", "none", null];

    [Theory]
    [InlineData("print-shop")]
    [InlineData("burger-menu")]
    [InlineData("phone-shop")]
    [InlineData("winter-coat")]
    [InlineData("software-plans")]
    public async Task Of_random_actions_both_say_the_same(string shop)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var definition = await File.ReadAllTextAsync(
            Path.Combine(Repository.Funnels, $"{shop}.json"),
            TestContext.Current.CancellationToken
        );
        var order = await shared.Api.Start(shop, new { country = "NL" });
        var view = order.Started.Json;
        var taken = new List<string>();
        for (var i = 0; i < Actions; i++)
        {
            var action = Any(view, random);
            var real = await Do(order, action);

            var tried = await Walk(definition, taken.Append(action.ToJsonString()));

            var told = $"Seed {seed}: {string.Join('\n', taken)}\nand now {action.ToJsonString()}";
            Assert.True(real.Status == tried.Status, $"{told}\n{real.Body}\n{tried.Body}");
            Assert.True(
                JsonNode.DeepEquals(Essence(real.Body), Essence(tried.Body)),
                $"{told}\n{real.Body}\n{tried.Body}"
            );
            if (real.Status is HttpStatusCode.OK)
            {
                taken.Add(action.ToJsonString());
                view = real.Json;
            }

            var step = AnyStep(view, random);
            var shown = await order.Send(HttpMethod.Get, $"/answers/{step}", null);
            var asked = await Walk(definition, taken, step);
            Assert.True(shown.Status == asked.Status, $"{told}, {step}\n{shown.Body}\n{asked.Body}");
            Assert.True(
                JsonNode.DeepEquals(Essence(shown.Body), Essence(asked.Body)),
                $"{told}, {step}\n{shown.Body}\n{asked.Body}"
            );
        }
    }

    private Task<Reply> Walk(string definition, IEnumerable<string> actions, string? show = null) =>
        shared.Api.Send(
            HttpMethod.Post,
            "/v1/funnels/walk",
            (object?)
                $$"""
                {
                  "definition": {{definition}},
                  "start": { "country": "NL", "at": "{{shared.Server.Clock.GetUtcNow():O}}" },
                  "actions": [ {{string.Join(", ", actions)}} ],
                  "show": {{JsonSerializer.Serialize(show)}}
                }
                """,
            ServerSettings.MerchantKey
        );

    private static Task<Reply> Do(OrderClient order, JsonObject action)
    {
        var body = JsonNode.Parse(action.ToJsonString())!.AsObject();
        body.Remove("step");
        return action switch
        {
            _ when (string?)action["step"] is { } step => body.ContainsKey("back")
                ? order.Back(step)
                : order.Answer(step, body.ToJsonString()),
            _ when action["complete"] is { } complete => order.Send(
                HttpMethod.Post,
                "/complete",
                complete.ToJsonString()
            ),
            _ when action.ContainsKey("inputs") => order.Send(HttpMethod.Put, "/inputs", body.ToJsonString()),
            _ => order.Cancel(),
        };
    }

    /// <summary>Mostly what leads on; now and then a change, a step back, nonsense, or the end.</summary>
    private static JsonObject Any(JsonElement view, Random random)
    {
        var any = AnyStep(view, random);
        var step = view.GetProperty("step");
        return random.Next(20) switch
        {
            0 => Step(any, new JsonObject { ["back"] = true }),
            1 => Step(any, new JsonObject { ["decline"] = true }),
            2 => Step(any, Node(Answers.Accept("double-it"))),
            3 => Step(any, Node(Answers.Inputs(new { name = "Noor", n = 1 }))),
            4 => new JsonObject { ["complete"] = new JsonObject { ["total"] = "1.00" } },
            5 => new JsonObject { ["inputs"] = new JsonObject { ["artwork"] = Logos[random.Next(Logos.Length)] } },
            6 when random.Next(5) == 0 => new JsonObject { ["cancel"] = true },
            _ when step.ValueKind is JsonValueKind.Null => new JsonObject
            {
                ["complete"] = new JsonObject { ["total"] = view.TextAt("/totals/total/amount") },
            },
            < 12 => Step(step.TextAt("/id")!, Node(Walker.DeclineOrLeast(step))),
            _ => Step(step.TextAt("/id")!, Node(Walker.AcceptFrom(step, random.Next(5)))),
        };
    }

    private static string AnyStep(JsonElement view, Random random)
    {
        string[] steps = [.. view.At("/progress/steps").EnumerateArray().Select(one => one.TextAt("/id")!), "nowhere"];
        return steps[random.Next(steps.Length)];
    }

    private static JsonObject Node(object answer) =>
        JsonSerializer.SerializeToNode(answer, JsonSerializerOptions.Web)!.AsObject();

    private static JsonObject Step(string step, JsonObject answer)
    {
        answer["step"] = step;
        return answer;
    }

    /// <summary>Without what only one of the two has.</summary>
    private static JsonNode Essence(string body)
    {
        var reply = JsonNode.Parse(body)!.AsObject();
        if (reply.Remove("type", out var type))
        {
            return new JsonArray(
                type,
                reply["status"]!.DeepClone(),
                reply["detail"]!.DeepClone(),
                reply["errors"]?.DeepClone()
            );
        }

        var essence = (reply["asked"] ?? reply["order"] ?? reply).AsObject();
        essence.Remove("id");
        (essence["funnel"] as JsonObject)?.Remove("version");
        return essence.DeepClone();
    }
}
