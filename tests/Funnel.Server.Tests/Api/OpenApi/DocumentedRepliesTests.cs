using System.Net;
using System.Text;
using Funnel.Server.Api;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Tests.Running;
using Microsoft.AspNetCore.Http;

namespace Funnel.Server.Tests.Api.OpenApi;

/// <summary>The document's examples are what the real server takes and answers.</summary>
public sealed partial class DocumentedRepliesTests : IAsyncDisposable
{
    private const string Shop = "print-shop";

    private readonly RecordedReplies _recorded = new();
    private readonly RunningServer _server = RunningServer.Start();

    private ApiClient Api => _server.Api;

    [Fact]
    public async Task The_document_shows_what_the_server_answers()
    {
        await RecordWalk();
        await RecordMerchants();
        await RecordDefinitions();
        await RecordOtherRequests();
        await RecordProblemsOfStarting();
        await RecordProblemsOfRequests();
        await RecordProblemsOfAnswers();
        await RecordProblemsOfChoices();
        await RecordProblemsOfOrders();
        _recorded.KeepProblem(Problems.StoreUnavailable());
        _recorded.KeepProblem(Problems.OfStatus(StatusCodes.Status500InternalServerError));

        await Approved.Matches("../../../../src/Funnel.Server/Api/OpenApi/replies.json", _recorded.ToString());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task RecordWalk()
    {
        _recorded.Keep("listFunnels", "shops", "Every published funnel", await Api.Funnels());
        var order = await Api.Start(Shop, Request("startOrder", "empty"));
        _recorded.Keep("startOrder", "firstStep", "The order at its first step, and its token", order.Started);
        await order.Take("cards", Request("answerStep", "acceptQuantity"));
        (await order.Preview(Request("previewAnswer", "decline"))).Expect(HttpStatusCode.OK);
        var preview = await order.Preview(Request("previewAnswer", "accept"));
        _recorded.Keep("previewAnswer", "paper", "What it would be on soft-touch paper", preview);
        _recorded.Keep("answerStep", "nextStep", "The next step", await order.Accept("paper", "soft-touch"));
        await order.Take("finish", Answers.Accept("spot-uv"));
        await order.Take("box", Answers.Accept("aluminium"));
        await order.Take("artwork-check", Request("answerStep", "decline"));
        await order.Take("pens-small", Answers.Accept("pens-10"));
        await order.Take("notepads", Answers.Accept("notepads-2"));
        _recorded.Keep("viewOrder", "midWalk", "Halfway, with an offer that lets choose", await order.View());
        var pens = await order.ViewAnswer("pens-small");
        _recorded.Keep("viewAnswer", "pens", "The pens, which were accepted", pens.Expect(HttpStatusCode.OK));
        _recorded.Keep("goBack", "dropped", "Back at the pens; the notepads fell away", await order.Back("pens-small"));
        await order.Take("pens-small", Answers.Accept("pens-10"));
        var logo = await order.Send(HttpMethod.Put, "/inputs", Request("changeInputs", "artwork"));
        _recorded.Keep("changeInputs", "artwork", "Another logo on what is in the order", logo);
        await order.Take("notepads", Answers.Accept("notepads-2"));
        await order.Take("textile", Request("answerStep", "acceptChoices"));
        await order.Take("double", Answers.Decline);
        _recorded.KeepProblem(ProblemKind.TotalChanged, await order.Complete("1.00"));
        var completed = await order.Send(HttpMethod.Post, "/complete", Request("completeOrder", "consent"));
        _recorded.Keep("completeOrder", "completed", "The completed order", completed);
        _recorded.KeepProblem(ProblemKind.OrderCompleted, await order.Cancel());

        var cancelled = await Api.Start(Shop);
        _recorded.Keep("cancelOrder", "cancelled", "The cancelled order", await cancelled.Cancel());
        _recorded.KeepProblem(ProblemKind.OrderCancelled, await cancelled.Back("cards"));
        _recorded.Keep("live", "live", "It runs", await Api.Send(HttpMethod.Get, "/health/live"));
        _recorded.Keep("ready", "ready", "It takes orders", await Api.Send(HttpMethod.Get, Health.Ready));
    }

    private async Task RecordMerchants()
    {
        var completed = await Merchant(HttpMethod.Get, "/v1/orders?funnel=print-shop&status=completed");
        _recorded.Keep("listOrders", "completed", "The completed orders of a funnel", completed);
        _recorded.Keep("listEvents", "first", "The first events", await Merchant(HttpMethod.Get, "/v1/events?limit=2"));
        var cancelled = (await Merchant(HttpMethod.Get, "/v1/orders?status=cancelled")).TextAt("/orders/0/id");
        _recorded.Keep(
            "listOrderEvents",
            "cancelled",
            "An order that was cancelled at once",
            await Merchant(HttpMethod.Get, $"/v1/orders/{cancelled}/events")
        );
        var explained = await Api.Start(Shop);
        await explained.Take("cards", Answers.Accept("cards", 250));
        _recorded.Keep(
            "explainOrder",
            "firstLine",
            "An order with its first line",
            await Merchant(HttpMethod.Get, $"/v1/orders/{explained.Id}/explain")
        );
        _recorded.KeepProblem(ProblemKind.MerchantKeyNeeded, await Api.Send(HttpMethod.Get, "/v1/orders"));
        _recorded.KeepProblem(
            ProblemKind.WebhookNotFound,
            await Api.Send(HttpMethod.Get, "/v1/webhooks/shop/dead-letters", token: ServerSettings.MerchantKey)
        );

        await using var gone = await WebhookReceiver.Start();
        gone.Answer = WebhookReceiver.With(StatusCodes.Status410Gone);
        await using var server = RunningServer.Start(new ServerSettings().Telling("shop", gone));
        await server.Api.Start(Shop);
        var letters = await Eventually.Becomes(
            () => Merchant(HttpMethod.Get, "/v1/webhooks/shop/dead-letters", on: server.Api),
            letters => letters.Json.GetProperty("deadLetters").GetArrayLength() == 1
        );
        _recorded.Keep("listDeadLetters", "gone", "The endpoint said 410", letters);
        _recorded.Keep(
            "replayDeadLetters",
            "all",
            "One order is told of again",
            await Merchant(
                HttpMethod.Post,
                "/v1/webhooks/shop/dead-letters/replay",
                Request("replayDeadLetters", "all"),
                server.Api
            )
        );
        await Merchant(
            HttpMethod.Post,
            "/v1/webhooks/shop/dead-letters/replay",
            Request("replayDeadLetters", "one"),
            server.Api
        );
    }

    private async Task RecordOtherRequests()
    {
        var dutch = await Api.Start(Shop, Request("startOrder", "dutchShopper"));
        await dutch.Take("cards", Request("answerStep", "accept"));
        var known = await Api.Start(Shop, Request("startOrder", "knownCustomer"), ServerSettings.MerchantKey);
        (await known.Send(HttpMethod.Put, "/inputs", Request("changeInputs", "nothing"))).Expect(HttpStatusCode.OK);

        var meal = await Api.Start("burger-menu");
        var at = await meal.Take("menu", Answers.Accept("classic"));
        while (at.Step is { } step && step != "pickup")
        {
            at = await meal.Take(step, Answers.Decline);
        }

        await meal.Take("pickup", Request("answerStep", "inputs"));
    }

    private async Task RecordProblemsOfStarting()
    {
        _recorded.KeepProblem(ProblemKind.FunnelNotFound, await Api.TryStart("no-such-shop"));
        var known = await Api.TryStart(Shop, Request("startOrder", "knownCustomer"));
        _recorded.KeepProblem(ProblemKind.CustomerNotTrusted, known);
        var inputs = await Api.TryStart(Shop, new { inputs = new { artwork = "my logo", slogan = "Print!" } });
        _recorded.KeepProblem(ProblemKind.InputsInvalid, inputs);

        (string, string) key = ("Idempotency-Key", "6f0d2f0e-4a57-4a0e-9a53-0b7f4a1c2d3e");
        (await Api.TryStart(Shop, null, null, key)).Expect(HttpStatusCode.Created);
        _recorded.KeepProblem(
            ProblemKind.IdempotencyKeyReused,
            await Api.TryStart(Shop, new { locale = "nl" }, null, key)
        );
        _recorded.KeepProblem(
            ProblemKind.IdempotencyKeyInvalid,
            await Api.TryStart(Shop, null, null, ("Idempotency-Key", "1"))
        );

        await using var slow = RunningServer.Start(new() { StartsPerMinute = 1 });
        await slow.Api.Start(Shop);
        _recorded.KeepProblem(ProblemKind.TooManyRequests, await slow.Api.TryStart(Shop));
    }

    private async Task RecordProblemsOfRequests()
    {
        var order = await Api.Start(Shop);
        _recorded.KeepProblem(ProblemKind.TokenMissing, await order.With(null).View());
        _recorded.KeepProblem(ProblemKind.OrderNotFound, await order.With("tok_of-another-order").View());
        var many = await order.Answer("cards", """{ "accept": [{ "offer": "cards", "quantity": "many" }] }""");
        _recorded.KeepProblem(ProblemKind.MalformedBody, many);
        _recorded.KeepProblem(ProblemKind.TooLarge, await order.Complete(new string('1', 300_000)));
        using var text = new StringContent("no, thank you", Encoding.UTF8, "text/plain");
        var plain = await Api.Send(HttpMethod.Put, $"/v1/orders/{order.Id}/answers/paper", text, order.Token);
        _recorded.KeepProblem(ProblemKind.UnsupportedMediaType, plain);
        _recorded.KeepProblem(ProblemKind.MalformedRequest, await order.Cancel(("If-Match", "1")));

        await order.Take("cards", Request("answerStep", "accept"));
        _recorded.KeepProblem(
            ProblemKind.StaleRevision,
            await order.Answer("paper", Answers.Decline, ("If-Match", "\"1\""))
        );
    }

    private async Task RecordProblemsOfAnswers()
    {
        var order = await Api.Start(Shop);
        _recorded.KeepProblem(ProblemKind.UnknownStep, await order.Decline("scissors"));
        _recorded.KeepProblem(ProblemKind.StepNotReached, await order.Decline("double"));
        _recorded.KeepProblem(ProblemKind.WalkNotFinished, await order.Complete("0.00"));
        _recorded.KeepProblem(
            ProblemKind.AnswerDoesNotFit,
            await order.Answer("cards", Answers.Inputs(new { name = "Noor" }))
        );
        _recorded.KeepProblem(ProblemKind.UnknownOffer, await order.Accept("cards", "flyers"));
        _recorded.KeepProblem(ProblemKind.OfferTwice, await order.Accept("cards", "cards", "cards"));
        _recorded.KeepProblem(ProblemKind.DeclineNotPossible, await order.Decline("cards"));
        _recorded.KeepProblem(ProblemKind.QuantityNotSold, await order.Answer("cards", Answers.Accept("cards", 300)));
        _recorded.KeepProblem(
            ProblemKind.NotChoosable,
            await order.Answer("cards", Choosing("cards", new { paper = "silk" }))
        );
        await order.Take("cards", Request("answerStep", "accept"));
        _recorded.KeepProblem(ProblemKind.PickOutOfRange, await order.Accept("paper", "silk", "soft-touch"));
        await order.Take("paper", Answers.Decline);
        _recorded.KeepProblem(ProblemKind.OfferUnavailable, await order.Accept("finish", "spot-uv"));
    }

    private async Task RecordProblemsOfChoices()
    {
        var coat = await Api.Start("winter-coat");
        _recorded.KeepProblem(
            ProblemKind.ChoiceNotSold,
            await coat.Answer("coat", Choosing("wool", new { size = "xxxl" }))
        );
        var camel = await coat.Answer("coat", Choosing("wool", new { size = "xxl", colour = "camel" }));
        _recorded.KeepProblem(ProblemKind.ChoicesConflict, camel);

        using var folder = TemporaryFolder.With(
            ("corner-cases.json", await File.ReadAllTextAsync(Approved.Beside("corner-cases.json")))
        );
        await using var server = RunningServer.Start(new() { FunnelsDirectory = folder.Path });
        var poster = await server.Api.Start("corner-cases");
        _recorded.KeepProblem(
            ProblemKind.AmountTooLarge,
            await poster.Answer("poster", Answers.Accept("poster", 1_000_000))
        );
        await poster.Take("poster", Answers.Accept("poster"));
        _recorded.KeepProblem(
            ProblemKind.ChangesNothing,
            await poster.Answer("paper", Choosing("any", new { paper = "plain" }))
        );
        _recorded.KeepProblem(
            ProblemKind.OffersConflict,
            await poster.Answer(
                "paper",
                new
                {
                    accept = new object[]
                    {
                        new { offer = "any", options = new { paper = "heavy" } },
                        new { offer = "heavy" },
                    },
                }
            )
        );
    }

    private async Task RecordProblemsOfOrders()
    {
        var order = await Api.Start(Shop);
        _server.Clock.Advance(TimeSpan.FromDays(3));
        await Eventually.Becomes(() => order.View(), view => view.Revision == 2);
        _recorded.KeepProblem(ProblemKind.OrderExpired, await order.Accept("cards", "cards"));
    }

    private async Task<Reply> Merchant(HttpMethod method, string path, object? body = null, ApiClient? on = null) =>
        (await (on ?? Api).Send(method, path, body, ServerSettings.MerchantKey)).Expect(HttpStatusCode.OK);

    private static string Request(string operation, string name) =>
        Examples.Requests(operation).Single(example => example.Key == name).Value.Value!.ToJsonString();

    private static object Choosing(string offer, object options) => new { accept = new[] { new { offer, options } } };
}
