using Funnel.Tests;

namespace Funnel.Server.Tests.Commands;

/// <summary>A funnel walked without a terminal: answers in, a transcript out.</summary>
public sealed class WalkCommandTests
{
    private static readonly string[] PrintShop =
    [
        "walk",
        Typed.Funnel("print-shop.json"),
        "--at",
        "2026-12-01T14:30+01:00",
        "--customer",
        "segment=business",
    ];

    [Fact]
    public async Task Transcript_shows_every_step_with_its_prices_and_the_order_at_the_end()
    {
        var walk = await Typed.WithInput(
            """
            {"step":"cards","accept":[{"offer":"cards","quantity":250}]}
            {"accept":[{"offer":"silk"}]}
            {"accept":[{"offer":"spot-uv"}]}
            {"step":"paper","decline":true}
            {"decline":true}
            {"back":"finish"}
            {"accept":[{"offer":"rounded"}]}
            {"accept":[{"offer":"cardboard"}]}
            {"decline":true}
            {"decline":true}
            {"decline":true}
            {"accept":[{"offer":"double-it"}]}
            """,
            PrintShop
        );

        Assert.Equal((0, ""), (walk.ExitCode, walk.Errors));
        Approved.Equal("walk-print-shop", "txt", walk.Anywhere);
    }

    [Fact]
    public async Task Refused_answer_ends_with_1_and_the_reason()
    {
        var walk = await Typed.WithInput("""{"accept":[{"offer":"cards","quantity":7}]}""", PrintShop);

        Assert.Equal(1, walk.ExitCode);
        Assert.Contains("Refused (quantity-not-sold)", walk.Output, StringComparison.Ordinal);
        Assert.Contains("/accept/0/quantity: ", walk.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"acept\":[]}")]
    [InlineData("{\"accept\":[null]}")]
    [InlineData("{\"accept\":[],\"decline\":true}")]
    [InlineData("{\"back\":\"cards\",\"decline\":true}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("cards")]
    public async Task Line_that_is_no_answer_ends_with_2(string line)
    {
        var walk = await Typed.WithInput(line, PrintShop);

        Assert.Equal(2, walk.ExitCode);
        Assert.Contains(line, walk.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--locale: The funnel speaks en, nl, and not de.", "--locale", "de")]
    [InlineData("--country: Give an ISO 3166-1 code", "--country", "NLD")]
    [InlineData("--input: /inputs/artwork: Give an address", "--input", "artwork=me")]
    public async Task Start_that_the_funnel_does_not_take_ends_with_2(string message, params string[] options)
    {
        var walk = await Typed.Command(["walk", Typed.Funnel("print-shop.json"), .. options]);

        Assert.Equal(2, walk.ExitCode);
        Assert.Contains(message, walk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explanation_says_why_amounts_are_and_offers_are_not()
    {
        var explained = await Typed.WithInput(
            """
            {"accept":[{"offer":"cards","quantity":100}]}
            {"decline":true}
            {"decline":true}
            """,
            ["explain", Typed.Funnel("print-shop.json"), "--at", "2026-12-01T14:30+01:00"]
        );

        Assert.Equal((0, ""), (explained.ExitCode, explained.Errors));
        Approved.Equal("explain-print-shop", "txt", explained.Anywhere);
    }
}
