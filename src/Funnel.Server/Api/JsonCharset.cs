using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Api;

/// <summary>JSON is UTF-8 (RFC 8259), said or unsaid. The framework fails on a name of an encoding that it does not know.</summary>
internal static class JsonCharset
{
    private const string Utf8 = "utf-8";

    public static void UseUtf8Only(this IApplicationBuilder app) =>
        app.Use(
            static (http, next) =>
            {
                if (
                    !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
                    || type.Parameters.FirstOrDefault(IsCharset) is not { } charset
                )
                {
                    return next(http);
                }

                if (!HeaderUtilities.RemoveQuotes(charset.Value).Equals(Utf8, StringComparison.OrdinalIgnoreCase))
                {
                    return Problems.OfStatus(StatusCodes.Status415UnsupportedMediaType).ExecuteAsync(http);
                }

                type.Charset = Utf8;
                http.Request.ContentType = type.ToString();
                return next(http);
            }
        );

    private static bool IsCharset(NameValueHeaderValue parameter) =>
        parameter.Name.Equals("charset", StringComparison.OrdinalIgnoreCase);
}
