namespace Funnel.Server.Api;

/// <summary>The secret of a request's <c>Authorization: Bearer …</c>.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";
    private const int Longest = 512;

    public static string? Of(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && header.Length <= Longest
            ? header[Scheme.Length..].Trim()
            : null;
    }
}
