namespace Funnel.Server.Tests.Commands;

/// <summary>A funnel walked by somebody at a terminal.</summary>
public sealed class AskedWalkTests : IDisposable
{
    private static readonly string[] PrintShop = ["walk", Typed.Funnel("print-shop.json"), "--at", "2026-05-05T12:00Z"];

    private readonly TypedAtTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Who_only_presses_enter_never_takes_what_costs()
    {
        // The main product has to be chosen; from then on the cursor stands on "no, thank you".
        _terminal.Press(ConsoleKey.DownArrow);
        _terminal.Press(ConsoleKey.Enter, times: 2);
        _terminal.Press(ConsoleKey.Enter, times: 5);

        Assert.Equal(0, await _terminal.Run(PrintShop));

        Assert.Contains("No, thank you", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Your order", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("€4.95", _terminal.Output.Split("Your order")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("350 g silk", _terminal.Output.Split("Your order")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_choice_at_the_main_product_shows_the_order_and_takes_nothing()
    {
        _terminal.Press(ConsoleKey.Enter);
        _terminal.Press(ConsoleKey.UpArrow);
        _terminal.Press(ConsoleKey.Enter);

        Assert.Equal(0, await _terminal.Run(PrintShop));

        Assert.Contains("subtotal", _terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("A thicker paper?", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_asks_the_step_before_again()
    {
        _terminal.Press(ConsoleKey.DownArrow);
        _terminal.Press(ConsoleKey.Enter, times: 2);
        // No thanks, two papers, show, back, leave: back is the last but one.
        _terminal.Press(ConsoleKey.UpArrow, times: 2);
        _terminal.Press(ConsoleKey.Enter);
        _terminal.Press(ConsoleKey.UpArrow);
        _terminal.Press(ConsoleKey.Enter);

        Assert.Equal(0, await _terminal.Run(PrintShop));

        Assert.Equal(3, _terminal.Output.Split("(cards), total").Length);
    }
}
