using Funnel.Server.Storage.Postgres;
using Funnel.Server.Storage.Sqlite;
using Microsoft.Extensions.Options;

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

        return services
            .AddMetrics()
            .AddSingleton<StorageMetrics>()
            .AddSingleton<IStore>(static provider =>
                provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider == StorageOptions.Postgres
                    ? ActivatorUtilities.CreateInstance<PostgresStore>(provider)
                    : ActivatorUtilities.CreateInstance<SqliteStore>(provider)
            )
            .AddSingleton(static provider => (IDeliveries)provider.GetRequiredService<IStore>())
            .AddSingleton(static provider => (IDrafts)provider.GetRequiredService<IStore>());
    }
}
