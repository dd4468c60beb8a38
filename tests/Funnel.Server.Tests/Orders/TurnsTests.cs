using Funnel.Server.Orders;

namespace Funnel.Server.Tests.Orders;

public sealed class TurnsTests
{
    private readonly Turns _turns = new(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Those_who_want_the_same_order_have_it_in_the_order_in_which_they_came()
    {
        var first = await Take("a");
        Task<IDisposable>[] others = [Take("a"), Take("a"), Take("a")];

        var current = first;
        for (var i = 0; i < others.Length; i++)
        {
            Assert.All(others[i..], other => Assert.False(other.IsCompleted));
            current.Dispose();
            current = await others[i];
        }

        current.Dispose();
        Assert.True(Take("a").IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_wants_another_order_does_not_wait()
    {
        using var one = await Take("a");

        Assert.True(Take("b").IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Who_does_not_want_to_wait_any_more_goes_ahead()
    {
        using var one = await Take("a");
        using var impatience = new CancellationTokenSource();
        var second = _turns.Take("a", impatience.Token).AsTask();
        var third = Take("a");

        await impatience.CancelAsync();
        (await second).Dispose();

        using var turn = await third;
    }

    [Fact]
    public async Task Who_has_waited_long_goes_ahead()
    {
        var turns = new Turns(TimeSpan.FromMilliseconds(1));
        using var one = await turns.Take("a", TestContext.Current.CancellationToken);

        using var other = await turns.Take("a", TestContext.Current.CancellationToken);
    }

    private Task<IDisposable> Take(string order) => _turns.Take(order, TestContext.Current.CancellationToken).AsTask();
}
