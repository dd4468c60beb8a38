using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Funnel.Benchmarks.Webhooks;

/// <summary>Takes events, and notes when.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly Channel<long> _calls = Channel.CreateUnbounded<long>();
    private readonly WebApplication _app;

    private Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/bare", Read);
        _app.MapPost(
            "/events",
            async http =>
            {
                _calls.Writer.TryWrite(Stopwatch.GetTimestamp());
                await Read(http);
            }
        );
    }

    public Uri Events => new(Address, "/events");

    /// <summary>Takes whatever is posted there, and notes nothing.</summary>
    public Uri Bare => new(Address, "/bare");

    private Uri Address => new(_app.Urls.First());

    public static async Task<Receiver> Start()
    {
        var receiver = new Receiver();
        await receiver._app.StartAsync();
        return receiver;
    }

    /// <summary>When the next event came, or comes.</summary>
    public ValueTask<long> Next() => _calls.Reader.ReadAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task Read(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
