using Funnel.Server.Events;
using Funnel.Server.Events.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Tests.Events.Webhooks;

public sealed class WebhooksOptionsTests
{
    private const string Shop = "Webhooks:Endpoints:shop";

    // 24, 32 and 64 bytes.
    private const string Short = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Usual = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD5dJ0lsmI0/M=";
    private static readonly string Long = $"whsec_{Convert.ToBase64String(new byte[64])}";

    [Fact]
    public async Task Without_configuration_nobody_is_told()
    {
        await using var app = Build([]);

        app.CheckSettings();
        Assert.Empty(app.Services.GetRequiredService<WebhookEndpoints>().All);
    }

    [Fact]
    public async Task An_endpoint_is_made_of_its_settings()
    {
        await using var app = Build(
            Settings((Shop + ":Secrets:1", Short), (Shop + ":Secrets:2", Long), (Shop + ":Events:0", "order.completed"))
        );

        app.CheckSettings();
        var endpoints = app.Services.GetRequiredService<WebhookEndpoints>();
        var shop = Assert.Single(endpoints.All);
        Assert.Equal(("shop", "https://shop.example/hook?of=funnel"), (shop.Name, shop.Url.ToString()));
        Assert.Equal([Usual, Short, Long], shop.Secrets.Select(secret => $"whsec_{Convert.ToBase64String(secret)}"));
        Assert.Equal(["order.completed"], EventTypes.All.Where(shop.Wants));
        Assert.Same(shop, endpoints.Find("Shop"));
        Assert.Null(endpoints.Find("shops"));
    }

    [Fact]
    public async Task Without_events_an_endpoint_wants_all()
    {
        await using var app = Build(Settings());

        var shop = Assert.Single(app.Services.GetRequiredService<WebhookEndpoints>().All);
        Assert.All(EventTypes.All, type => Assert.True(shop.Wants(type)));
        Assert.False(shop.Wants("order.forgotten"));
    }

    [Theory]
    [InlineData("http://shop.example/")]
    [InlineData("http://localhost:8080/hook")]
    [InlineData("https://10.0.0.1/")]
    public async Task A_target_inside_is_for_those_who_permit_it(string url)
    {
        var settings = Settings((Shop + ":Url", url));
        await using var refusing = Build(settings);
        settings["Webhooks:AllowPrivateTargets"] = "true";
        await using var permitting = Build(settings);

        var problem = Assert.Throws<OptionsValidationException>(refusing.CheckSettings);
        Assert.StartsWith(Shop + ":Url ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Webhooks:AllowPrivateTargets=true", problem.Message, StringComparison.Ordinal);
        permitting.CheckSettings();
    }

    [Theory]
    [InlineData(Shop + ":Url", null)]
    [InlineData(Shop + ":Url", "")]
    [InlineData(Shop + ":Url", "/hook/hidden")]
    [InlineData(Shop + ":Url", "shop.example/hidden")]
    [InlineData(Shop + ":Url", "ftp://shop.example/hidden")]
    [InlineData(Shop + ":Url", "https:///hidden")]
    [InlineData(Shop + ":Url", "https://user:hidden@shop.example/")]
    [InlineData(Shop + ":Url", "https://shop.example/#hidden")]
    [InlineData(Shop + ":Url", "https://169.254.169.254/hidden")]
    [InlineData(Shop + ":Url", "https://[::ffff:10.0.0.1]/hidden")]
    [InlineData(Shop + ":Url", "https://2130706433/hidden")]
    [InlineData(Shop + ":Url", "https://[fe80::1%25eth0]/hidden")]
    [InlineData(Shop + ":Secrets:0", null)]
    [InlineData(Shop + ":Secrets:0", "")]
    [InlineData(Shop + ":Secrets:0", "hidden")]
    [InlineData(Shop + ":Secrets:0", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    [InlineData(Shop + ":Secrets:0", "whsec_hidden MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw!")]
    // 23 and 65 bytes.
    [InlineData(Shop + ":Secrets:1", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=")]
    [InlineData(
        Shop + ":Secrets:1",
        "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ="
    )]
    [InlineData(Shop + ":Events:0", "order.forgotten")]
    [InlineData(Shop + ":Events:0", "Order.Started")]
    [InlineData(Shop + ":Events:0", "")]
    [InlineData(Shop, "https://shop.example/hidden")]
    [InlineData(Shop + ":Secrets", "whsec_hidden")]
    [InlineData(Shop + ":Events", "order.started")]
    [InlineData(Shop + ":Event", "order.started")]
    public async Task A_wrong_setting_stops_the_start_in_words_that_name_it_and_hide_what_it_is(
        string key,
        string? value
    )
    {
        var settings = Settings();
        settings[key] = value;
        await using var app = Build(settings);

        var problem = Assert.Throws<OptionsValidationException>(app.CheckSettings);
        Assert.True(StartFailure.Explains(problem));
        Assert.Contains(problem.Failures, failure => failure.StartsWith($"{key} ", StringComparison.Ordinal));
        Assert.DoesNotContain("hidden", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("MfKQ9r8", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("C2FVsB", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("My_shop-2", true)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", true)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    [InlineData("my shop", false)]
    [InlineData("shop.example", false)]
    [InlineData("shöp", false)]
    [InlineData("shop\n", false)]
    public async Task A_name_is_short_and_plain(string name, bool permitted)
    {
        await using var app = Build(
            Settings()
                .ToDictionary(
                    setting => setting.Key.Replace(":shop:", $":{name}:", StringComparison.Ordinal),
                    setting => setting.Value
                )
        );

        var problem = Record.Exception(app.CheckSettings);
        Assert.Equal(permitted, problem is null);
        Assert.True(permitted || problem!.Message.StartsWith($"Webhooks:Endpoints:{name}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_problems_are_told_at_once()
    {
        await using var app = Build(new() { [Shop + ":Url"] = "shop", ["Webhooks:Endpoints:office:Url"] = "office" });

        var problem = Assert.Throws<OptionsValidationException>(app.CheckSettings);
        Assert.Equal(4, problem.Failures.Count());
    }

    private static Dictionary<string, string?> Settings(params IEnumerable<(string Key, string Value)> more)
    {
        var settings = new Dictionary<string, string?>
        {
            [Shop + ":Url"] = "https://shop.example/hook?of=funnel",
            [Shop + ":Secrets:0"] = Usual,
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return settings;
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddWebhooks();
        return builder.Build();
    }
}
