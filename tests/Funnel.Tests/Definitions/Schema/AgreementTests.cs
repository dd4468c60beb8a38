using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>The schema refuses a file exactly where the reader does, save for what <see cref="ReaderOnly"/> lists.</summary>
public sealed class AgreementTests(Editor editor) : IClassFixture<Editor>
{
    private static readonly string[] Basics = ["id", "name", "currency", "locales"];
    private static readonly JsonNode Step = JsonNode.Parse("""{ "id": "step", "kind": "form", "title": "Step" }""")!;

    [Theory]
    [MemberData(nameof(ShippedFunnels.Names), MemberType = typeof(ShippedFunnels))]
    public void A_shipped_funnel_is_accepted(string name) =>
        Assert.Empty(editor.Refusals(Encoding.UTF8.GetString(ShippedFunnels.Read(name))));

    [Fact]
    public void Any_funnel_is_accepted() =>
        Property.Holds(
            GeneratedFunnel.Arbitrary,
            funnel => Assert.Empty(editor.Refusals(Encoding.UTF8.GetString(DefinitionWriter.Write(funnel.Definition)))),
            times: 100
        );

    /// <summary>Each kind of place where a value can stand, once, and thirty changes that may be made to it.</summary>
    [Fact]
    public void They_agree_on_changes_at_every_kind_of_place_of_the_shipped_funnels()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var file in ShippedFunnels.Names.SelectMany(name =>
                Parts(JsonNode.Parse(ShippedFunnels.Read(name))!.AsObject())
            )
        )
        {
            foreach (var place in Place.All(file).Where(place => kinds.Add(place.Kind)))
            {
                Change[] changes = [.. Change.Of(place.In(file))];
                foreach (var change in Dice.For(0, place.Kind).Some(changes, Math.Min(changes.Length, 30), 30))
                {
                    AssertAgree(change.To(file, place), $"{place} {change.What}");
                }
            }
        }

        Assert.InRange(kinds.Count, 150, 1000);
    }

    [Fact]
    public void They_agree_on_changes_to_any_funnel() =>
        Property.Holds(
            GeneratedFunnel.Arbitrary,
            funnel =>
            {
                var file = JsonNode.Parse(DefinitionWriter.Write(funnel.Definition))!;
                var places = Place.All(file).ToArray();
                var dice = Dice.For(funnel.Seed, "changes");
                for (var i = 0; i < 10; i++)
                {
                    var place = dice.One(places);
                    var change = dice.One([.. Change.Of(place.In(file))]);
                    AssertAgree(change.To(file, place), $"{place} {change.What}");
                }
            },
            times: 40
        );

    /// <summary>Those values were chosen by hand, at the bounds of what may be said.</summary>
    [Fact]
    public void They_agree_on_the_values_of_other_tests()
    {
        var values = typeof(ValueTests)
            .GetMethods()
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .Select(row => row.Data)
            .Where(row => row is [string pointer, string, ..] && pointer.StartsWith('/'))
            .ToArray();

        Assert.InRange(values.Length, 200, 1000);
        Assert.All(
            values,
            row => AssertAgree(ShopFile.With((string)row[0]!, (string)row[1]!), $"{row[0]} becomes {row[1]}")
        );
    }

    public static TheoryData<string> WhatOnlyTheReaderSees => [.. ReaderOnly.All.Select(exception => exception.Words)];

    [Theory]
    [MemberData(nameof(WhatOnlyTheReaderSees))]
    public void What_only_the_reader_sees_is_that_indeed(string words)
    {
        var exception = ReaderOnly.All.Single(one => one.Words == words);

        var problem = Assert.Single(ShopFile.Read(exception.Sample).Problems);

        Assert.Equal([exception], ReaderOnly.All.Where(one => one.Is(problem, exception.Sample)));
        Assert.Empty(editor.Refusals(exception.Sample));
    }

    private void AssertAgree(string file, string what)
    {
        var problems = ShopFile.Read(file).Problems;
        var refusals = editor.Refusals(file);
        if (problems.Count == 0)
        {
            Assert.True(
                refusals.Count == 0,
                $"{what}: only the schema refuses it, {string.Join("; ", refusals)}\n{file}"
            );
        }
        else if (refusals.Count == 0)
        {
            var unseen = problems.Where(problem => !ReaderOnly.All.Any(exception => exception.Is(problem, file)));
            Assert.True(!unseen.Any(), $"{what}: only the reader refuses it, {string.Join("; ", unseen)}\n{file}");
        }
    }

    /// <summary>A funnel cut into a file for each product, for each step and for the rest: each change then leaves little to read.</summary>
    private static IEnumerable<JsonObject> Parts(JsonObject funnel)
    {
        var (products, steps) = (funnel["products"]!.AsObject(), funnel["steps"]!.AsArray());
        yield return With([], Step);
        foreach (var name in funnel.Select(member => member.Key).Except(Basics).ToArray())
        {
            funnel.Remove(name);
        }

        foreach (var (id, product) in products)
        {
            yield return With(new() { [id] = product!.DeepClone() }, Step);
        }

        foreach (var step in steps)
        {
            yield return With([], step!);
        }

        JsonObject With(JsonObject products, JsonNode step)
        {
            var part = funnel.DeepClone().AsObject();
            part["products"] = products;
            part["steps"] = new JsonArray(step.DeepClone());
            return part;
        }
    }
}
