using System.Net;
using Funnel.Machine;
using Funnel.Machine.Diagrams;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Api;

/// <summary>A funnel is drawn as it is, as it was, and as it is meant to be.</summary>
public sealed class GraphTests : IAsyncDisposable
{
    private readonly TemporaryFolder _funnels = TemporaryFolder.With(("mug.json", SmallFunnel.Mug()));
    private readonly RunningServer _server;

    public GraphTests() => _server = RunningServer.Start(new() { FunnelsDirectory = _funnels.Path });

    private FunnelClient Mug => _server.Api.Funnel("mug");

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _funnels.Dispose();
    }

    [Theory]
    [InlineData("", "text/vnd.mermaid")]
    [InlineData("?format=mermaid", "text/vnd.mermaid")]
    [InlineData("?format=dot", "text/vnd.graphviz")]
    public async Task In_the_language_that_is_asked_for(string query, string type)
    {
        var machine = FunnelMachine.Compile(
            Definitions.DefinitionReader.Read(Storage.Sample.Bytes(SmallFunnel.Mug())).Definition!
        );

        var graph = (await Mug.Graph(query)).Expect(HttpStatusCode.OK);

        Assert.Equal(type, graph.ContentType);
        Assert.Equal(type == "text/vnd.mermaid" ? MermaidDiagram.Of(machine) : DotDiagram.Of(machine), graph.Body);
    }

    [Fact]
    public async Task Any_version_and_the_draft()
    {
        await Mug.Publish(Called("Cups"));
        await Mug.Save(Called("Bowls"), ("If-Match", "*"));

        Assert.Equal(
            ["Cups", "Mugs", "Cups", "Bowls"],
            await Task.WhenAll(
                ((string[])["", "&version=1", "&version=2", "&version=draft"]).Select(async version =>
                    (await Mug.Graph($"?format=dot{version}")).Body.Split('"')[3]
                )
            )
        );
    }

    [Fact]
    public async Task Nothing_that_cannot_be_drawn()
    {
        Problem.IsWellFormed((await Mug.Graph("?format=svg")).Expect(HttpStatusCode.BadRequest, "malformed-request"));
        foreach (var version in (string[])["x", "-1", "1.0", "99999999999", ""])
        {
            (await Mug.Graph($"?version={version}")).Expect(HttpStatusCode.BadRequest, "malformed-request");
        }

        (await Mug.Graph("?version=2")).Expect(HttpStatusCode.NotFound, "version-not-found");
        (await Mug.Graph("?version=draft")).Expect(HttpStatusCode.NotFound, "draft-not-found");
        (await _server.Api.Funnel("cup").Graph()).Expect(HttpStatusCode.NotFound, "funnel-not-found");
        await Mug.Save("{");
        (await Mug.Graph("?version=draft")).Expect(HttpStatusCode.Conflict, "not-publishable");
    }

    private static string Called(string name) =>
        SmallFunnel.Mug().Replace("\"Mugs\"", $"\"{name}\"", StringComparison.Ordinal);
}
