using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Api;

/// <summary>What all of the API shares: JSON, problems, keys, limits, origins.</summary>
internal static class ApiRegistration
{
    public static void AddApi(this IServiceCollection services, IHostEnvironment environment)
    {
        services
            .AddOptions<JsonOptions>()
            .Configure<IOptions<LimitsOptions>>(
                static (json, limits) => ApiJson.Configure(json.SerializerOptions, limits.Value.JsonDepth)
            );
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ProblemHandler>();
        services.AddRateLimits();
        services.AddCrossOrigin();
        services.AddSingleton<StartReader>().AddSingleton<MerchantKeys>();
        services
            .AddOptions<CustomersOptions>()
            .BindConfiguration(CustomersOptions.Section)
            .PostConfigure(customers => customers.TrustFrontends ??= environment.IsDevelopment());
        // Made once: options are made anew for each of the ways in which they are read.
        var developmentKey = new Lazy<string>(AnnouncedKey);
        services
            .AddOptions<MerchantsOptions>()
            .BindConfiguration(MerchantsOptions.Section)
            .PostConfigure(merchants =>
            {
                if (merchants.Keys.Count == 0 && environment.IsDevelopment())
                {
                    merchants.Keys.Add("development", developmentKey.Value);
                }
            })
            .Validate(
                merchants => merchants.Keys.Values.All(key => key.Length >= MerchantKeys.Shortest),
                $"A merchant's key (Merchants:Keys) has at least {MerchantKeys.Shortest} characters."
            )
            .ValidateOnStart();
    }

    public static void UseApi(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = static http =>
                    Problems.OfStatus(StatusCodes.Status500InternalServerError).ExecuteAsync(http),
            }
        );
        app.UseStatusCodePages(static context =>
            Problems.OfStatus(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext)
        );
        app.UseCors();
        app.UseMiddleware<AccessGuard>();
        app.UseUtf8Only();
        app.UseRateLimiter();
    }

    private static string AnnouncedKey()
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        // On the console and not in the log: logs are kept, and keep no secrets.
        Console.WriteLine($"Merchant key for this run: {key}");
        return key;
    }
}
