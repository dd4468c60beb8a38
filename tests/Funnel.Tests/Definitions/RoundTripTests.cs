using System.Text;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

public sealed class RoundTripTests
{
    [Fact]
    public void What_is_written_reads_without_problems_and_writes_the_same_again() =>
        Property.Holds(
            GeneratedFunnel.Arbitrary,
            funnel =>
            {
                var written = DefinitionWriter.Write(funnel.Definition);

                var reading = DefinitionReader.Read(written);

                Assert.Empty(reading.Problems);
                Assert.Equal(
                    Encoding.UTF8.GetString(written),
                    Encoding.UTF8.GetString(DefinitionWriter.Write(reading.Definition!))
                );
            },
            times: 300
        );

    [Theory]
    [MemberData(nameof(ShippedFunnels.Names), MemberType = typeof(ShippedFunnels))]
    public void A_shipped_funnel_reads_without_problems_and_survives_being_written(string name)
    {
        var reading = DefinitionReader.Read(ShippedFunnels.Read(name));
        Assert.Empty(reading.Problems);

        var written = DefinitionWriter.Write(reading.Definition!);
        var again = DefinitionReader.Read(written);

        Assert.Empty(again.Problems);
        Assert.Equal(
            Encoding.UTF8.GetString(written),
            Encoding.UTF8.GetString(DefinitionWriter.Write(again.Definition!))
        );
    }

    [Fact]
    public void Defaults_are_not_written()
    {
        var small = DefinitionWriter.Write(ShopFile.Read(ShopFile.Small).Definition!);

        Assert.Equal(JsonNode(ShopFile.Small), JsonNode(Encoding.UTF8.GetString(small)));
    }

    private static string JsonNode(string json) => System.Text.Json.Nodes.JsonNode.Parse(json)!.ToJsonString();
}
