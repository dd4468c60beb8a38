namespace Funnel.Server.Commands;

/// <summary><c>health</c>: asks the server on this machine whether it is ready, for images that have no curl.</summary>
internal static class HealthCommand
{
    public const string Name = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>0 where the server is ready, else 1.</returns>
    public static async Task<int> Run(IConfiguration configuration)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var reply = await client.GetAsync(AddressOf(configuration));
            return reply.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
    }

    /// <summary>The first address that the server listens on; a wildcard host is this machine.</summary>
    private static Uri AddressOf(IConfiguration configuration)
    {
        var urls =
            configuration["URLS"]
            ?? (configuration["HTTP_PORTS"] is { } ports ? $"http://*:{ports.Split(';')[0]}" : Hosting.DefaultUrl);
        var address = BindingAddress.Parse(urls.Split(';')[0]);
        return new($"{address.Scheme}://localhost:{address.Port}{Health.Ready}");
    }
}
