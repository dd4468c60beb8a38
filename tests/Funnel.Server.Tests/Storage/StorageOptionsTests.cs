using Funnel.Server.Storage;
using Funnel.Server.Storage.Postgres;
using Funnel.Server.Storage.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public async Task Without_configuration_the_store_is_a_file_in_data()
    {
        await using var app = Build([]);

        var options = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        Assert.Equal(("sqlite", "Data Source=data/funnel.db"), (options.Provider, options.ConnectionString));
        Assert.IsType<SqliteStore>(app.Services.GetRequiredService<IStore>());
    }

    [Theory]
    [InlineData("Storage:Provider", "oracle")]
    [InlineData("Storage:Provider", "")]
    [InlineData("Storage:ConnectionString", "")]
    [InlineData("Storage:ConnectionString", "nonsense")]
    [InlineData("Storage:ConnectionString", "Mode=Memory")]
    public async Task A_wrong_setting_stops_the_start(string key, string value)
    {
        await using var app = Build(new() { [key] = value });

        await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
    }

    [Fact]
    public async Task A_database_is_chosen_by_provider_and_connection_string()
    {
        await using var app = Build(
            new() { ["Storage:Provider"] = "postgres", ["Storage:ConnectionString"] = "Host=db;Database=funnel" }
        );

        Assert.IsType<PostgresStore>(app.Services.GetRequiredService<IStore>());
    }

    private static WebApplication Build(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddStorage();
        return builder.Build();
    }
}
