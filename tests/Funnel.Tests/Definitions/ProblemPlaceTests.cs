using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

public sealed class ProblemPlaceTests
{
    /// <summary>Each file has one problem, at the bar.</summary>
    [Theory]
    [InlineData("FNL002", "/title", """{ "id": "a", ¦"title": 1 }""")]
    [InlineData("FNL002", "/a~1b~0c", """{ "id": "a", ¦"a/b~c": 1 }""")]
    [InlineData("FNL005", "/id", """{ "id": "a", ¦"id": "b" }""")]
    [InlineData("FNL006", "/id", """{ "id": ¦"A" }""")]
    [InlineData("FNL004", "/id", """{ "id": ¦null }""")]
    [InlineData("FNL004", "/rounding", "{\n  \"id\": \"é\u00ad😀\"\n, \"rounding\": ¦[]\n}", "/id")]
    [InlineData("FNL006", "/rounding", "{\r\n\t\"rounding\":\r\n\t\t¦\"up\"\r\n}")]
    [InlineData("FNL006", "/currency", """{ "$schema": "😀é", "currency": ¦"eur" }""")]
    [InlineData("FNL003", "/products/pen", """{ "products": { "pen": ¦{ "name": "Pen" } } }""")]
    [InlineData("FNL006", "/products/Pen", """{ "products": { ¦"Pen": { "name": "Pen", "price": 1 } } }""")]
    [InlineData("FNL006", "/steps/0/id", """{ "steps": [ { "id": ¦"end", "kind": "form", "title": "x" } ] }""")]
    [InlineData(
        "FNL007",
        "/steps/1/id",
        """{ "steps": [ { "id": "a", "kind": "form", "title": "x" }, { "id": ¦"a", "kind": "form", "title": "x" } ] }"""
    )]
    [InlineData("FNL008", "/name", """{ "locales": ["en", "nl"], "name": ¦{ "en": "Pens" } }""")]
    [InlineData("FNL008", "/name/nl", """{ "locales": ["en"], "name": { "en": "Pens", ¦"nl": "Pennen" } }""")]
    [InlineData(
        "FNL009",
        "/shipping/methods/post/price",
        """{ "shipping": { "default": "post", "methods": { "post": { "name": "Post", "price": ¦"4.950" } } }, "currency": "EUR" }"""
    )]
    public void A_problem_has_its_code_pointer_line_and_column(
        string code,
        string pointer,
        string marked,
        string? alsoWrong = null
    )
    {
        var (file, line, column) = Unmark(marked);

        // What a whole funnel needs is missing from each; that is the root's problem and not looked at here.
        var problem = Assert.Single(
            ShopFile.Read(file).Problems,
            problem => problem.Pointer is not "" && problem.Pointer != alsoWrong
        );

        Assert.Equal((code, pointer, line, column), (problem.Code, problem.Pointer, problem.Line, problem.Column));
        Assert.Equal(Severity.Error, problem.Severity);
    }

    [Fact]
    public void All_problems_of_a_file_come_at_once_in_its_order()
    {
        const string File = """
            {
              "id": "Pen Shop",
              "titel": "Pens",
              "currency": "EUR",
              "locales": ["en", "nl"],
              "expiresAfter": "P1M",
              "products": {
                "pen": { "name": { "en": "Pen" }, "price": { "each": "1", "flat": "1.005" }, "shipped": "no" }
              },
              "steps": [
                { "id": "pens", "kind": "chose", "title": "Pens", "offers": [ 7, { "add": [], "when": { "all": [] } } ] },
                { "id": "pens", "kind": "form", "title": " ", "fields": {} }
              ]
            }
            """;

        Assert.Equal(
            [
                "1:1 FNL003 ", // name
                "2:9 FNL006 /id",
                "3:3 FNL002 /titel",
                "6:19 FNL006 /expiresAfter",
                "8:22 FNL008 /products/pen/name",
                "8:63 FNL006 /products/pen/price/flat",
                "8:93 FNL004 /products/pen/shipped",
                "11:29 FNL006 /steps/0/kind",
                "11:67 FNL004 /steps/0/offers/0",
                "11:70 FNL003 /steps/0/offers/1",
                "11:79 FNL006 /steps/0/offers/1/add",
                "11:100 FNL006 /steps/0/offers/1/when/all",
                "12:13 FNL007 /steps/1/id",
                "12:46 FNL006 /steps/1/title",
                "12:61 FNL004 /steps/1/fields",
            ],
            ShopFile
                .Read(File)
                .Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Code} {problem.Pointer}")
        );
    }

    [Fact]
    public void More_than_a_thousand_problems_are_a_thousand()
    {
        var unknown = string.Join(", ", Enumerable.Range(0, 5_000).Select(number => $"\"x{number}\": 0"));

        Assert.Equal(1_000, ShopFile.Read($"{{ {unknown} }}").Problems.Count);
    }

    private static (string File, int Line, int Column) Unmark(string marked)
    {
        var before = marked[..marked.IndexOf('¦', StringComparison.Ordinal)];
        var line = before.Split('\n');
        return (marked.Replace("¦", "", StringComparison.Ordinal), line.Length, line[^1].EnumerateRunes().Count() + 1);
    }
}
