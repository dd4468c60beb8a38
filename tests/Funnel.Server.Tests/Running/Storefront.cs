using System.Text.Json;
using Microsoft.Playwright;

namespace Funnel.Server.Tests.Running;

/// <summary>What a shopper does in the storefront, whatever is sold there.</summary>
internal static class Storefront
{
    /// <summary>The one way on that stands out.</summary>
    public static ILocator Primary(this Visitor visitor) => visitor.Page.Locator("main .button.primary");

    /// <summary>The order that this browser holds the token of.</summary>
    public static async Task<OrderClient> Order(this Visitor visitor, ApiClient api, string funnel)
    {
        var held = JsonElement.Parse(
            await visitor.Page.EvaluateAsync<string>("key => localStorage.getItem(key)", $"funnel.order.{funnel}")
        );
        return api.Order(held.TextAt("/id")!, held.TextAt("/token"));
    }

    /// <summary>Presses what stands out, and waits for what comes next.</summary>
    public static Task Accept(this Visitor visitor) => visitor.GoOnBy(visitor.Primary());

    /// <summary>Presses what leaves a step as it is.</summary>
    public static Task Decline(this Visitor visitor, string words = "No, thanks") =>
        visitor.GoOnBy(visitor.Button(words));

    /// <summary>Declines whatever is asked until that is.</summary>
    public static async Task DeclineUntil(this Visitor visitor, string heading, string words = "No, thanks")
    {
        for (var asked = await visitor.Heading(); asked != heading; asked = await visitor.Heading())
        {
            await visitor.Decline(words);
        }
    }

    /// <summary>Presses a button and waits until the page shows something else.</summary>
    public static async Task GoOnBy(this Visitor visitor, ILocator button)
    {
        var before = await visitor.Heading();
        await button.ClickAsync();
        await visitor.Page.Locator("h1").Filter(new() { HasNotText = before }).WaitForAsync();
    }

    /// <summary>Waits until the page says this somewhere.</summary>
    public static Task Reads(this Visitor visitor, string text) =>
        visitor.Page.GetByText(text).Locator("visible=true").First.WaitForAsync();

    /// <summary>Chooses something as people do: by its name.</summary>
    public static Task Choose(this Visitor visitor, string name) =>
        visitor.Page.Locator("label").Filter(new() { HasText = name }).Locator("visible=true").First.ClickAsync();

    /// <summary>A logo as a shopper might have it.</summary>
    public static async Task<FilePayload> Draw(this Visitor visitor, string colour = "seagreen")
    {
        var address = await visitor.Page.EvaluateAsync<string>(
            """
            (colour) => {
              const canvas = document.createElement("canvas");
              canvas.width = 240;
              canvas.height = 120;
              const pen = canvas.getContext("2d");
              pen.fillStyle = colour;
              pen.arc(60, 60, 44, 0, 7);
              pen.fill();
              pen.font = "bold 48px sans-serif";
              pen.fillText("acme", 112, 76);
              return canvas.toDataURL("image/png");
            }
            """,
            colour
        );
        return new()
        {
            Name = "acme.png",
            MimeType = "image/png",
            Buffer = Convert.FromBase64String(address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]),
        };
    }
}
