using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>What becomes of a shopper who stands at a step while its offers come and go.</summary>
public sealed class PassingTimeTests : IAsyncDisposable
{
    private const string Today = """ "when": { "fact": "date", "is": "2026-06-15" },""";

    private readonly TemporaryFolder _funnels = TemporaryFolder.With(
        (
            "mug.json",
            SmallFunnel
                .Mug()
                .Replace("PT1H", "P3D", StringComparison.Ordinal)
                .Replace(
                    """{ "id": "mug", "add" """.TrimEnd(),
                    $$"""{ "id": "mug",{{Today}} "add" """.TrimEnd(),
                    StringComparison.Ordinal
                )
                .Replace(
                    """{ "id": "spoon", "benefit" """.TrimEnd(),
                    $$"""{ "id": "spoon",{{Today}} "benefit" """.TrimEnd(),
                    StringComparison.Ordinal
                )
        )
    );
    private readonly RunningServer _server;

    public PassingTimeTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task An_offer_that_went_meanwhile_is_refused_and_no_longer_shown()
    {
        var order = await _server.Api.Start("mug");
        Assert.Equal(["spoon"], (await order.Take("mug", Answers.Accept("mug"))).Offers);
        _server.Clock.Advance(TimeSpan.FromDays(1));

        var refused = (await order.Accept("spoon", "spoon")).Expect(HttpStatusCode.Conflict, "offer-unavailable");

        Assert.Equal(["/accept/0"], refused.Pointers);
        Assert.Equal(
            ("spoon", 0),
            (refused.TextAt("/order/step/id"), refused.Json.At("/order/step/offers").GetArrayLength())
        );
        Assert.Equal("5.00", (await order.Take("spoon", Answers.Decline)).Total);
    }

    [Fact]
    public async Task Where_nothing_is_left_to_choose_nothing_must_be_chosen()
    {
        var order = await _server.Api.Start("mug");
        Assert.Equal(1, order.Started.Json.At("/step/pick/min").GetInt32());
        _server.Clock.Advance(TimeSpan.FromDays(1));

        var view = await order.View();
        Assert.Equal(
            (0, 0),
            (view.Json.At("/step/pick/min").GetInt32(), view.Json.At("/step/offers").GetArrayLength())
        );

        // The spoon is gone as well, so its step is passed by, and an empty order is at its end.
        var end = await order.Take("mug", Answers.Decline);
        Assert.Equal((null, "0.00"), (end.Step, end.Total));
        Invariants.Hold(end);
    }

    [Fact]
    public async Task A_changed_answer_to_an_offer_that_went_is_refused_and_the_old_one_stays()
    {
        var order = await _server.Api.Start("mug");
        await order.Take("mug", Answers.Accept("mug", 2));
        _server.Clock.Advance(TimeSpan.FromDays(1));

        (await order.Answer("mug", Answers.Accept("mug", 3))).Expect(HttpStatusCode.Conflict, "offer-unavailable");

        // Saying it again is no new answer: it keeps its moment.
        Assert.Equal(2, (await order.Take("mug", Answers.Accept("mug", 2))).Revision);
        Assert.Equal("10.00", (await order.View()).Total);
    }
}
