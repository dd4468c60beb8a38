namespace Funnel.Server.Funnels;

internal static class FunnelsRegistration
{
    public static IServiceCollection AddFunnels(this IServiceCollection services)
    {
        services
            .AddOptions<FunnelsOptions>()
            .BindConfiguration(FunnelsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<PublishedFunnels>().AddHostedService<PublishAtStart>();
    }
}
