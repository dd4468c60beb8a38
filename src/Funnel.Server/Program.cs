using Funnel.Server;
using Funnel.Server.Api;
using Funnel.Server.Funnels;
using Funnel.Server.Orders;
using Funnel.Server.Storage;

var builder = WebApplication.CreateBuilder(args);
builder.AddLimits();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddStorage();
builder.Services.AddFunnels();
builder.Services.AddSingleton<OrderBook>();
builder.Services.AddApi(builder.Configuration, builder.Environment);

var app = builder.Build();
app.UseApi();
app.MapFunnels();
app.MapOrders();
app.MapHealth();
app.MapPages();

await app.RunAsync();
