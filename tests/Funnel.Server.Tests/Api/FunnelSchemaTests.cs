using System.Net;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

public sealed class FunnelSchemaTests(SharedServer shared)
{
    [Fact]
    public async Task Anyone_reads_the_schema_that_stands_beside_the_funnels()
    {
        var reply = (await Schema()).Expect(HttpStatusCode.OK);

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(Repository.Funnels, "funnel.schema.json")), reply.Body);
        Assert.Equal("application/schema+json", reply.ContentType);
    }

    [Fact]
    public async Task Who_has_it_already_is_not_sent_it_again()
    {
        var first = await Schema();
        Assert.Equal("public, no-cache", first.Headers.CacheControl?.ToString());

        var again = await Schema(("If-None-Match", first.ETag!));
        var changed = await Schema(("If-None-Match", "\"another\""));

        Assert.Equal((HttpStatusCode.NotModified, ""), (again.Status, again.Body));
        Assert.Equal(first.ETag, again.ETag);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
    }

    private Task<Reply> Schema(params IReadOnlyList<(string, string)> headers) =>
        shared.Api.Send(HttpMethod.Get, "/v1/funnels/schema", headers: headers);
}
