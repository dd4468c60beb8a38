using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Funnel.Server.Api.OpenApi;

/// <summary>The API described for machines at <c>/openapi/v1.json</c>, and for people at <c>/swagger</c>.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    public const string Name = "v1";
    public const string Address = $"/openapi/{Name}.json";

    // It is the same for everyone and as long as the server runs, and takes a while to make.
    private readonly Lazy<Task<string>> _text = new(async () =>
    {
        var document = await provider.GetOpenApiDocumentAsync();
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    });

    public Task<string> Text => _text.Value;
}

internal static class ApiDocumentEndpoints
{
    private const string Page = "/swagger";

    /// <summary>The style of the page's logo, which alone is written into the page: where it changes, a browser names the new one.</summary>
    private const string LogoStyle = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

    private const string PagePolicy =
        $"{SecurityHeaders.NothingAllowed}; script-src 'self'; style-src 'self' {LogoStyle}; img-src 'self' data:; connect-src 'self'";

    public static void AddApiDocument(this IServiceCollection services)
    {
        // Called with these two arguments, it reads the documentation comments.
        services.AddOpenApi(
            ApiDocument.Name,
            static document =>
            {
                document.CreateSchemaReferenceId = SchemaDescription.Name;
                document.AddSchemaTransformer<SchemaDescription>();
                document.AddOperationTransformer<AccessDescription>();
                document.AddOperationTransformer<ProblemDescription>();
                document.AddOperationTransformer<BodyDescription>();
                document.AddOperationTransformer<ParameterDescription>();
                document.AddOperationTransformer<ReplyHeaders>();
                document.AddDocumentTransformer<Overview>();
                document.AddDocumentTransformer<AccessDescription>();
                document.AddDocumentTransformer<SchemaDescription>();
                document.AddDocumentTransformer<ProblemDescription>();
                document.AddDocumentTransformer<ReplyHeaders>();
            }
        );
        services.AddSingleton<ApiDocument>();
    }

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapGet(
                ApiDocument.Address,
                static async (ApiDocument document) =>
                    TypedResults.Text(await document.Text, MediaTypeNames.Application.Json, Encoding.UTF8)
            )
            .ExcludeFromDescription();
        app.Use(
            static (http, next) =>
            {
                if (http.Request.Path.StartsWithSegments(Page, StringComparison.OrdinalIgnoreCase))
                {
                    http.Response.Headers.ContentSecurityPolicy = PagePolicy;
                }

                return next(http);
            }
        );
        app.UseSwaggerUI(static page =>
        {
            page.DocumentTitle = "Funnel API";
            page.SwaggerEndpoint(ApiDocument.Address, "Funnel");
            page.EnableTryItOutByDefault();
            page.EnableDeepLinking();
            page.DisplayRequestDuration();
            page.DocExpansion(DocExpansion.List);
            page.DefaultModelsExpandDepth(0);
        });
    }
}
