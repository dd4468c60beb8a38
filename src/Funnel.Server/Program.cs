using Funnel.Server;
using Funnel.Server.Api;
using Funnel.Server.Api.OpenApi;
using Funnel.Server.Commands;
using Funnel.Server.Events;
using Funnel.Server.Events.Webhooks;
using Funnel.Server.Funnels;
using Funnel.Server.Orders;
using Funnel.Server.Pages;
using Funnel.Server.Storage;

if (CommandLine.IsMeant(args))
{
    return await CommandLine.Run(args);
}

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage();
builder.Services.AddFunnels();
builder.Services.AddSingleton<NewEvents>();
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddSingleton<Sweeper>();
builder.Services.AddWebhooks();
builder.Services.AddHostedService<BackgroundWork>();
builder.Services.AddApi(builder.Environment);
builder.Services.AddApiDocument();

var app = builder.Build();
app.UseSecurityHeaders();
app.UsePictures();
app.UseApi();
app.MapFunnels();
app.MapFunnelSchema();
app.MapOrders();
app.MapOrderList();
app.MapExplain();
app.MapEvents();
app.MapWebhooks();
app.MapDrafts();
app.MapVersions();
app.MapGraph();
app.MapDiff();
app.MapWalk();
app.MapHealth();
app.MapApiDocument();
app.MapPages(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

try
{
    app.CheckSettings();
    await app.PublishFunnels();
    await app.BeginWebhooks();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (StartFailure.Explains(failure))
{
    await Console.Error.WriteLineAsync(failure.Message);
    return 1;
}
