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
}
