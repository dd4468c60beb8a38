using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions;
using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;
using Funnel.Definitions.Schema;

namespace Funnel.Tests.Definitions.Schema;

public sealed class FunnelSchemaTests
{
    [Fact]
    public void The_file_beside_the_funnels_is_what_the_model_says() =>
        Approved.EqualFile("../../../../funnels/funnel.schema.json", Encoding.UTF8.GetString(FunnelSchema.Utf8.Span));

    [Fact]
    public void Every_property_says_what_it_means() =>
        Assert.All(
            from one in SchemaObject.All
            from property in one.Properties
            select (Name: $"{one}.{property.Key}", property.Value),
            property => Assert.Matches(@"^[A-Z].*\.$", (string?)property.Value["description"] ?? property.Name)
        );

    /// <summary>An editor that follows a reference shows what stands there rather than what stands here.</summary>
    [Fact]
    public void What_a_property_means_is_not_hidden_by_what_its_value_is() =>
        Assert.All(
            SchemaObject.All.SelectMany(one => one.Properties.Values),
            property =>
                Assert.Null(SchemaObject.Definitions[((string?)property["$ref"])?.Split('/')[^1] ?? ""]?["description"])
        );

    [Fact]
    public void Every_word_that_can_be_chosen_says_what_it_means()
    {
        var choices = SchemaObject
            .Definitions.Where(definition => definition.Value!["enum"] is not null)
            .ToDictionary();

        Assert.Equal(
            ["currency", "fieldType", "lintLevel", "multiplyBase", "rounding", "stepKind"],
            choices.Keys.Order(StringComparer.Ordinal)
        );
        choices.Remove("currency");
        Assert.All(
            choices.Values,
            choice => Assert.Equal(choice!["enum"]!.AsArray().Count, choice["enumDescriptions"]!.AsArray().Count)
        );
    }

    [Fact]
    public void Every_example_can_be_read()
    {
        var properties = typeof(FunnelDefinition)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetProperties())
            .Where(property => property.IsDefined(typeof(ExamplesAttribute)))
            .Select(property => new PropertyShape(property, Activator.CreateInstance(property.DeclaringType!)!))
            .ToList();

        Assert.InRange(properties.Count, 90, 200);
        Assert.All(
            properties.SelectMany(property => property.Examples, (property, example) => (property, example)),
            one => Assert.Empty(Problems(one.property.Notation, one.example))
        );
    }

    [Theory]
    [MemberData(nameof(ShippedFunnels.Names), MemberType = typeof(ShippedFunnels))]
    public void A_shipped_funnel_names_the_schema_first(string name) =>
        Assert.StartsWith(
            "{\n  \"$schema\": \"./funnel.schema.json\",\n",
            Encoding.UTF8.GetString(ShippedFunnels.Read(name)),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_guide_tells_what_the_schema_cannot_say() =>
        Assert.Equal(
            ReaderOnly.All.Select(exception => exception.Words),
            ShippedFunnels
                .Guide.Split("\n## What only the check sees\n")[1]
                .Split("\n## ")[0]
                .Split('\n')
                .Where(line => line.StartsWith("- ", StringComparison.Ordinal))
                .Select(line => line[2..])
        );

    private static IReadOnlyList<Problem> Problems(Notation notation, JsonNode value)
    {
        Assert.True(TreeReader.TryRead(JsonSerializer.SerializeToUtf8Bytes(value), out var node, out _));
        var context = new ReadContext { Currency = CurrencyNotation.Instance.Fallback, Locales = ["en", "nl"] };
        Assert.NotNull(notation.ReadValue(node, context));
        return context.InFileOrder();
    }
}
