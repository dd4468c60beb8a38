using System.Text;
using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

public sealed class MalformedJsonTests
{
    [Theory]
    [InlineData("", 1, 1, "empty")]
    [InlineData(" \n ", 2, 2, "empty")]
    [InlineData("{", 1, 2, "ends in the middle")]
    [InlineData("{ \"id\": \"pen", 1, 13, "ends in the middle")]
    [InlineData("{\n  \"id\": 1,\n}", 3, 1, "comma")]
    [InlineData("{ \"id\": [1,] }", 1, 12, "comma")]
    [InlineData("{\n  // mine\n}", 2, 3, "comments")]
    [InlineData("{ 'id': 1 }", 1, 3, "quotes with \"")]
    [InlineData("{ \"é\": tru }", 1, 11, "cannot stand here")]
    [InlineData("{ \"id\" 1 }", 1, 8, "colon")]
    [InlineData("{ \"id\": 01 }", 1, 10, "cannot stand here")]
    [InlineData("{ \"id\": \"a\nb\" }", 1, 11, "\\n")]
    [InlineData("{ \"id\": \"a\\x\" }", 1, 12, "\\\\")]
    [InlineData("{} {}", 1, 4, "cannot stand here")]
    [InlineData("{ \"id\": \"\\ud83d\" }", 1, 9, "half of a character")]
    [InlineData("{ \"\\ude00\": 1 }", 1, 3, "half of a character")]
    public void A_text_that_is_not_JSON_is_one_problem_where_it_goes_wrong(
        string text,
        int line,
        int column,
        string says
    )
    {
        var reading = ShopFile.Read(text);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(
            (ProblemCodes.NotJson, "", line, column),
            (problem.Code, problem.Pointer, problem.Line, problem.Column)
        );
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
        Assert.Null(reading.Definition);
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_one_problem_where_they_begin()
    {
        var problem = Assert.Single(DefinitionReader.Read([.. "{\n \"é\": \""u8, 0xFF, .. "\" }"u8]).Problems);

        Assert.Equal((ProblemCodes.NotJson, 2, 8), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(ShopFile.Small)];

        Assert.Empty(DefinitionReader.Read(marked).Problems);
    }

    [Theory]
    [InlineData(32, "FNL002")]
    [InlineData(33, "FNL001")]
    public void Thirty_two_objects_and_lists_may_stand_in_one_another(int depth, string code)
    {
        var text = "{ \"x\": " + new string('[', depth - 1) + new string(']', depth - 1) + " }";

        Assert.Contains(
            ShopFile.Read(text).Problems,
            problem => problem.Code == code && problem.Column == (code == "FNL002" ? 3 : 39)
        );
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("\"{}\"")]
    public void A_file_that_is_no_object_is_one_problem(string text)
    {
        var reading = ShopFile.Read(text);

        Assert.Equal(ProblemCodes.WrongType, Assert.Single(reading.Problems).Code);
        Assert.Null(reading.Definition);
    }

    [Fact]
    public void Every_other_character_of_Unicode_can_be_written_and_escaped()
    {
        var reading = ShopFile.Read(ShopFile.With("/name", "\"\\ud83d\\ude00 \\u00e9\\n😀\""));

        Assert.Empty(reading.Problems);
        Assert.Equal("😀 é\n😀", reading.Definition!.Name.Everywhere);
    }
}
