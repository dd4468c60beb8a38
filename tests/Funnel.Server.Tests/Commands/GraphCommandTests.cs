namespace Funnel.Server.Tests.Commands;

public sealed class GraphCommandTests
{
    [Theory]
    [InlineData("mermaid", "stateDiagram-v2\n")]
    [InlineData("dot", "digraph \"print-shop\" {\n")]
    public async Task It_is_written_in_the_language_that_is_asked_for(string format, string beginning)
    {
        var graph = await Typed.Command("graph", Typed.Funnel("print-shop.json"), "--format", format);

        Assert.Equal(0, graph.ExitCode);
        Assert.StartsWith(beginning, graph.Output, StringComparison.Ordinal);
    }
}
