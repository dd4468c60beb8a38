using Microsoft.Extensions.Options;

namespace Funnel.Server.Events.Webhooks;

internal static class WebhooksRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhooksOptions>().BindConfiguration(WebhooksOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<WebhooksOptions>, WebhooksValidation>()
            .AddMetrics()
            .AddSingleton<WebhookMetrics>()
            .AddSingleton<WebhookEndpoints>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<WebhookDispatcher>();
    }

    /// <summary>Lets endpoints that are new begin, before anything happens of which they are to be told.</summary>
    public static Task BeginWebhooks(this IHost app) =>
        app
            .Services.GetRequiredService<WebhookDispatcher>()
            .Begin(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
}
