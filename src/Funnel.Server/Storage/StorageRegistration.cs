using Funnel.Server.Storage.Sqlite;

namespace Funnel.Server.Storage;

internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services
            .AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        return services.AddMetrics().AddSingleton<StorageMetrics>().AddSingleton<IStore, SqliteStore>();
    }
}
