using System.Collections.Frozen;
using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Funnel.Server.Pages;

/// <summary>A file of the pages, in memory, with the compressed copies that the build laid beside it.</summary>
/// <param name="Encoded">By the name of the content encoding, the smallest first.</param>
internal sealed record PageFile(
    string ContentType,
    string Hash,
    byte[] Plain,
    IReadOnlyList<(string Encoding, byte[] Bytes)> Encoded
)
{
    public const string Html = "text/html; charset=utf-8";

    private static readonly (string Encoding, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>Reads a folder's files, by their paths from it on; none where there is no such folder.</summary>
    public static FrozenDictionary<string, PageFile> ReadAll(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => !Encodings.Any(encoding => path.EndsWith(encoding.Ending, StringComparison.Ordinal)))
                .ToFrozenDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), Read)
            : FrozenDictionary<string, PageFile>.Empty;

    private static PageFile Read(string path)
    {
        var plain = File.ReadAllBytes(path);
        return new(
            Path.GetExtension(path) switch
            {
                ".html" => Html,
                ".js" => "text/javascript; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".svg" => MediaTypeNames.Image.Svg,
                _ => MediaTypeNames.Application.Octet,
            },
            Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16)),
            plain,
            [
                .. from encoding in Encodings
                where File.Exists(path + encoding.Ending)
                select (encoding.Encoding, File.ReadAllBytes(path + encoding.Ending)),
            ]
        );
    }

    /// <summary>Sends it as small as the browser can read it, or only says that the browser's copy is still right.</summary>
    public FileContentHttpResult Send(HttpContext http, string cacheControl)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, bytes) in Encoded)
        {
            if (accepted.Any(one => one.Value == encoding && one.Quality is not 0))
            {
                headers.ContentEncoding = encoding;
                return TypedResults.Bytes(bytes, ContentType, entityTag: new($"\"{Hash}-{encoding}\""));
            }
        }

        return TypedResults.Bytes(Plain, ContentType, entityTag: new($"\"{Hash}\""));
    }
}
