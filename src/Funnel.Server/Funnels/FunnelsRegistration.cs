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
        return services
            .AddSingleton<PublishedFunnels>()
            .AddSingleton<Checks>()
            .AddSingleton<Publishing>()
            .AddSingleton<Drafts>()
            .AddSingleton<FunnelsFolder>()
            .AddSingleton<PublishAtStart>()
            .AddHostedService<VersionWatch>()
            .AddHostedService<FolderWatch>();
    }

    /// <exception cref="BrokenFunnelsException">A file cannot be published, so none was.</exception>
    public static Task PublishFunnels(this IHost app) =>
        app
            .Services.GetRequiredService<PublishAtStart>()
            .Run(app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
}
