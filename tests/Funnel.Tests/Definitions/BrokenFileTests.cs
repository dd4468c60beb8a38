using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Whatever becomes of a file, reading it tells what is wrong and never fails.</summary>
public sealed class BrokenFileTests
{
    private static readonly string[] Strays =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "12.3456789",
        "99999999999999999999999999999999",
        "\"\"",
        "\"end\"",
        "\"choose\"",
        "\"\\ud83d\"",
        "\"\\u0000\"",
        "\"P1M\"",
        "[]",
        "{}",
        "[[[]]]",
        "[null]",
        "{\"\":{}}",
        "{\"fact\":\"date\"}",
        "{\"each\":\"1\"}",
    ];

    [Fact]
    public void A_file_with_changed_bytes_is_read_to_its_end() =>
        Property.Holds(
            Arb.From(
                from funnel in GeneratedFunnel.Arbitrary.Generator
                from changes in Changes(byte.MaxValue)
                select Damage(DefinitionWriter.Write(funnel.Definition), changes)
            ),
            AssertIsRead,
            times: 200
        );

    [Fact]
    public void A_file_with_values_dropped_doubled_and_retyped_is_read_to_its_end() =>
        Property.Holds(
            Arb.From(
                from funnel in GeneratedFunnel.Arbitrary.Generator
                from changes in Changes(2 + Strays.Length)
                select changes.Aggregate(
                    Encoding.UTF8.GetString(DefinitionWriter.Write(funnel.Definition)),
                    (file, change) => Restructure(file, change.Place, change.Kind)
                )
            ),
            file => AssertIsRead(Encoding.UTF8.GetBytes(file)),
            times: 300
        );

    /// <summary>A few changes, each at some place.</summary>
    /// <param name="kinds">The last kind of change, the first being 0.</param>
    private static Gen<(int Place, int Kind)[]> Changes(int kinds) =>
        from count in Gen.Choose(1, 8)
        from changes in Gen.ArrayOf(
            Gen.Zip(Gen.Choose(0, int.MaxValue), Gen.Choose(0, kinds), (place, kind) => (place, kind)),
            count
        )
        select changes;

    private static void AssertIsRead(byte[] file)
    {
        var reading = DefinitionReader.Read(file);

        if (reading.Definition is null)
        {
            Assert.Single(reading.Problems);
        }
        else if (reading.Problems.Count == 0)
        {
            Assert.Empty(DefinitionReader.Read(DefinitionWriter.Write(reading.Definition)).Problems);
        }

        Assert.Equal(reading.Problems, reading.Problems.OrderBy(problem => (problem.Line, problem.Column)));
        Assert.All(
            reading.Problems,
            problem =>
            {
                Assert.NotEmpty(problem.Message);
                Assert.Equal(
                    problem.Pointer,
                    reading.Problem(problem.Code, problem.Severity, problem.Pointer, "").Pointer
                );
            }
        );
    }

    private static byte[] Damage(byte[] file, IEnumerable<(int Place, int Kind)> changes)
    {
        foreach (var (place, kind) in changes)
        {
            // Mostly what can be typed: other bytes are soon no text at all, and nothing else is read then.
            file[place % file.Length] = (byte)(kind < 224 ? ' ' + kind % 95 : kind);
        }

        return file;
    }

    /// <summary>Drops, doubles or replaces one value of a file, its key with it; leaves as it is what is no JSON any more.</summary>
    private static string Restructure(string file, int place, int kind)
    {
        var values = Values(Encoding.UTF8.GetBytes(file));
        if (values.Count == 0)
        {
            return file;
        }

        var (start, valueStart, end) = values[place % values.Count];
        var bytes = Encoding.UTF8.GetBytes(file);
        var (before, whole, after) = (Text(..start), Text(start..end), Text(end..));
        return kind switch
        {
            0 when after.TrimStart() is [',', ..] => before + after.TrimStart().TrimStart(','),
            0 => before.TrimEnd().TrimEnd(',') + after,
            1 => $"{before}{whole},{whole}{after}",
            2 => Text(..valueStart) + Value(values[(place / 7) % values.Count]) + after,
            _ => Text(..valueStart) + Strays[kind - 3] + after,
        };

        string Text(Range range) => Encoding.UTF8.GetString(bytes[range]);

        string Value((int Start, int ValueStart, int End) value) => Text(value.ValueStart..value.End);
    }

    /// <summary>Where each value but the root begins, with its key and without, and where it ends.</summary>
    private static List<(int Start, int ValueStart, int End)> Values(byte[] file)
    {
        List<(int, int, int)> values = [];
        var reader = new Utf8JsonReader(file);
        try
        {
            var start = -1;
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    start = (int)reader.TokenStartIndex;
                }
                else if (
                    reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)
                    && reader.BytesConsumed > 1
                )
                {
                    var inner = reader;
                    inner.Skip();
                    values.Add(
                        (
                            start < 0 ? (int)reader.TokenStartIndex : start,
                            (int)reader.TokenStartIndex,
                            (int)inner.BytesConsumed
                        )
                    );
                    start = -1;
                }
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return values;
    }
}
