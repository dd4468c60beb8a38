using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>Where the steps of a funnel lie whose walks do not follow the file.</summary>
public sealed class ProgressTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(
        (
            "trip.json",
            """
            {
              "id": "trip", "name": "Trips", "currency": "EUR",
              "products": { "trip": { "name": "Trip", "price": "10" }, "seat": { "name": "Seat", "price": "2" } },
              "steps": [
                { "id": "trip", "kind": "choose", "title": "Trip", "offers": [ { "id": "trip", "add": { "product": "trip" } } ], "next": "by" },
                { "id": "thanks", "kind": "upsell", "title": "Thanks", "offers": [ { "id": "off", "title": "Off", "discount": { "percentOff": 5, "on": "order" } } ], "next": "end" },
                { "id": "by", "kind": "upsell", "title": "By train?", "offers": [ { "id": "train", "add": { "product": "seat" } } ], "onAccept": "seat", "onDecline": "bike", "onPass": "bike" },
                { "id": "seat", "kind": "upsell", "title": "Seat", "offers": [ { "id": "seat", "add": { "product": "seat" } } ], "next": "thanks" },
                { "id": "bike", "kind": "upsell", "title": "Bike", "offers": [ { "id": "bike", "add": { "product": "seat" } } ], "next": "thanks" }
              ]
            }
            """
        )
    );
    private readonly RunningServer _server;

    public ProgressTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Fact]
    public async Task A_step_is_ahead_for_as_long_as_the_walk_can_come_to_it()
    {
        var order = await _server.Api.Start("trip");
        Assert.Equal("trip current, thanks ahead, by ahead, seat ahead, bike ahead", Progress(order.Started));

        Assert.Equal(
            "trip answered, thanks ahead, by current, seat ahead, bike ahead",
            Progress(await order.Take("trip", Answers.Accept("trip")))
        );
        Assert.Equal(
            "trip answered, thanks ahead, by answered, seat current, bike passed",
            Progress(await order.Take("by", Answers.Accept("train")))
        );
        Assert.Equal(
            "trip answered, thanks current, by answered, seat answered, bike passed",
            Progress(await order.Take("seat", Answers.Decline))
        );
        Assert.Equal(
            "trip answered, thanks answered, by answered, seat answered, bike passed",
            Progress(await order.Take("thanks", Answers.Decline))
        );
    }

    private static string Progress(Reply reply) =>
        string.Join(
            ", ",
            reply
                .Json.At("/progress/steps")
                .EnumerateArray()
                .Select(step => $"{step.TextAt("/id")} {step.TextAt("/state")}")
        );
}
