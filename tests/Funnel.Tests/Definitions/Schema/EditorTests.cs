using System.Runtime.CompilerServices;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>What a merchant sees while writing, in an editor that knows the schema.</summary>
public sealed class EditorTests(Editor editor) : IClassFixture<Editor>
{
    [Fact]
    public void Mistakes_are_underlined_in_words_that_help() =>
        Approved.Equal(
            "mistakes",
            "txt",
            string.Join('\n', editor.Squiggles(File.ReadAllText(Beside("mistakes.json")))) + "\n"
        );

    [Theory]
    [InlineData("""{ "id": "pens", | }""", "currency", "steps", "products")]
    [InlineData("""{ "currency": | }""", "\"EUR\"", "\"JPY\"")]
    [InlineData("""{ "steps": [ { "kind": | } ] }""", "\"choose\"", "\"upsell\"", "\"crossSell\"", "\"form\"")]
    [InlineData("""{ "steps": [ { "offers": [ { "id": "a", | } ] } ] }""", "benefit", "add", "set", "multiply")]
    [InlineData("""{ "steps": [ { "offers": [ { "add": { | } } ] } ] }""", "product", "quantity", "for")]
    [InlineData("""{ "steps": [ { "offers": [ { "add": [ { | } ] } ] } ] }""", "product", "quantity", "for")]
    [InlineData("""{ "steps": [ { "offers": [ { "add": { "quantity": | } } ] } ] }""", "\"choose\"")]
    [InlineData("""{ "steps": [ { "when": { | } } ] }""", "fact", "all", "any", "not", "is", "atLeast", "season")]
    [InlineData("""{ "steps": [ { "when": { "all": [ { "fact": | } ] } } ] }""", "\"order.subtotal\"", "\"date\"")]
    [InlineData("""{ "products": { "pen": { "price": { | } } } }""", "each", "flat", "byQuantity", "tiers", "percent")]
    public void What_can_be_written_is_offered(string file, params string[] offered) =>
        Assert.Subset(editor.Completions(file).ToHashSet(), offered.ToHashSet());

    [Theory]
    [InlineData("""{ "expires|After": "P2D" }""", "nobody touches")]
    [InlineData("""{ "steps": [ { "kind": "up|sell" } ] }""", "A better version of what is in the order")]
    [InlineData("""{ "steps": [ { "wh|en": { "fact": "date", "exists": true } } ] }""", "the walk passes the step by")]
    [InlineData("""{ "products": { "pen": { "pri|ce": { "flat": "1.00" } } } }""", "What it costs before options")]
    [InlineData("""{ "products": { "pen": { "price": { "fl|at": "1.00" } } } }""", "whatever the quantity")]
    [InlineData("""{ "products": { "p|en": { "name": "Pen" } } }""", "Something that is sold")]
    [InlineData("""{ "steps": [ { "offers": [ { "ad|d": { "product": "pen" } } ] } ] }""", "Adds a line to the order")]
    public void What_is_written_is_explained(string file, string words) =>
        Assert.Contains(words, editor.Hover(file), StringComparison.Ordinal);

    private static string Beside(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, name);
}
