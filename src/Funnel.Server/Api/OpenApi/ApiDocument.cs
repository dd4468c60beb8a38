using Swashbuckle.AspNetCore.SwaggerUI;

namespace Funnel.Server.Api.OpenApi;

/// <summary>The API described for machines at <c>/openapi/v1.json</c>, and for people at <c>/swagger</c>.</summary>
internal static class ApiDocument
{
    public static void AddApiDocument(this IServiceCollection services) =>
        // The two arguments make the package read the documentation comments.
        services.AddOpenApi(
            "v1",
            static document =>
            {
                document.CreateSchemaReferenceId = SchemaDescription.Name;
                document.AddSchemaTransformer<SchemaDescription>();
                document.AddOperationTransformer<AccessDescription>();
                document.AddOperationTransformer<ProblemDescription>();
                document.AddDocumentTransformer<Overview>();
                document.AddDocumentTransformer<AccessDescription>();
                document.AddDocumentTransformer<SchemaDescription>();
                document.AddDocumentTransformer<ProblemDescription>();
            }
        );

    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(static page =>
        {
            page.DocumentTitle = "Funnel API";
            page.SwaggerEndpoint("/openapi/v1.json", "Funnel");
            page.EnablePersistAuthorization();
            page.EnableTryItOutByDefault();
            page.EnableDeepLinking();
            page.DisplayRequestDuration();
            page.DocExpansion(DocExpansion.List);
            page.DefaultModelsExpandDepth(0);
        });
    }
}
