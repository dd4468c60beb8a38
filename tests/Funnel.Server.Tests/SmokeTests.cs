using Microsoft.AspNetCore.Mvc.Testing;

namespace Funnel.Server.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task The_server_starts_and_answers()
    {
        await using var app = new WebApplicationFactory<Program>();
        using var client = app.CreateClient();

        var answer = await client.GetStringAsync(new Uri("/", UriKind.Relative));

        Assert.Equal("Funnel", answer);
    }
}
