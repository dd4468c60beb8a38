using System.CommandLine;

namespace Funnel.Server.Commands;

/// <summary><c>health</c>: asks the server on this machine whether it is ready, for images that have no curl.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Make(Terminal terminal)
    {
        var command = new ExampledCommand(
            "health",
            "Asks the server on this machine whether it is ready. Ends with 0 where it is, else 1.",
            "health"
        );
        command.SetAction(_ => Run(terminal));
        return command;
    }

    private static async Task<int> Run(Terminal terminal)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var reply = await client.GetAsync(AddressOf(WebApplication.CreateBuilder().Configuration));
            return reply.IsSuccessStatusCode ? ExitCodes.Fine : ExitCodes.Found;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            await terminal.Errors.WriteLineAsync(problem.Message);
            return ExitCodes.Found;
        }
    }

    /// <summary>The first address that the server listens on; a wildcard host is this machine.</summary>
    private static Uri AddressOf(ConfigurationManager configuration)
    {
        var urls =
            configuration["URLS"]
            ?? (configuration["HTTP_PORTS"] is { } ports ? $"http://*:{ports.Split(';')[0]}" : Hosting.DefaultUrl);
        var address = BindingAddress.Parse(urls.Split(';')[0]);
        return new($"{address.Scheme}://localhost:{address.Port}{Health.Ready}");
    }
}
