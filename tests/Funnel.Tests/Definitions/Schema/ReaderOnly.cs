using System.Text;
using System.Text.RegularExpressions;
using Funnel.Definitions;
using Funnel.Definitions.Json;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>
/// What the reader refuses and the schema accepts, since no schema can say it. <c>funnels/README.md</c> lists the same in the same
/// words.
/// </summary>
internal sealed partial class ReaderOnly
{
    private readonly Func<Problem, string, bool> _is;

    private ReaderOnly(string words, string sample, Func<Problem, string, bool> @is) =>
        (Words, Sample, _is) = (words, sample, @is);

    public static IReadOnlyList<ReaderOnly> All { get; } =
    [
        new(
            "The same key twice in an object.",
            ShopFile.Small.Replace(
                "\"name\": \"Pens\"",
                "\"name\": \"Pens\", \"name\": \"Ink\"",
                StringComparison.Ordinal
            ),
            (problem, _) => problem.Code == ProblemCodes.DuplicateKey
        ),
        new(
            "The same id twice among steps, the offers of a step or the fields of a form.",
            ShopFile.With("/steps/1/id", "\"pens\""),
            (problem, _) =>
                problem.Code == ProblemCodes.DuplicateId && problem.Pointer.EndsWith("/id", StringComparison.Ordinal)
        ),
        new(
            "A text that has not exactly the languages of `locales`.",
            ShopFile.With("/name", """{ "en": "Pens", "nl": "Pennen" }"""),
            (problem, _) => problem.Code == ProblemCodes.LocaleMismatch
        ),
        new(
            "An amount with more decimals than its currency has.",
            ShopFile.With("/shipping/methods/post/price", "\"4.950\""),
            (problem, file) =>
                problem.Code == ProblemCodes.TooManyDecimals && FourDecimals().IsMatch(Written(problem, file))
        ),
        new(
            "An amount of 15 digits that is too large for a currency with four decimals.",
            ShopFile.With("/shipping/methods/post/price", "\"999999999999999\"", ShopFile.With("/currency", "\"CLF\"")),
            (problem, file) =>
                problem.Message.Contains("is too large", StringComparison.Ordinal)
                && FifteenDigits().IsMatch(Written(problem, file))
        ),
        new(
            "How a number is written: `1.0` for `1`, `1e3`, `-0`, with too many decimals or more than 28 digits.",
            ShopFile.With("/products/pen/quantities", "[1.0]"),
            (problem, file) => At(problem, file) is Node.Number && OddNumber().IsMatch(Written(problem, file))
        ),
        new(
            "Quantities, or the `from` of tiers, that do not ascend.",
            ShopFile.With("/products/pen/quantities", "[5, 1]"),
            (problem, _) => problem.Message.Contains("ascend", StringComparison.Ordinal)
        ),
        new(
            "Quantities of which the `max` is reached by no `step` from the `min`.",
            ShopFile.With("/products/pen/quantities", """{ "min": 2, "max": 9, "step": 2 }"""),
            (problem, _) => problem.Message.Contains("Write a \"max\" that is sold", StringComparison.Ordinal)
        ),
        new(
            "A time zone that there is not.",
            ShopFile.With("/timeZone", "\"Europe/Atlantis\""),
            (problem, file) => problem.Pointer == "/timeZone" && ZoneName().IsMatch(Written(problem, file))
        ),
        new(
            "A duration of more than 366 days.",
            ShopFile.With("/expiresAfter", "\"P1WT9000H\""),
            (problem, _) => problem.Message.Contains("at most 366 days", StringComparison.Ordinal)
        ),
        new(
            "A `pattern` that is no regular expression, or one that looks around, refers back or repeats too often.",
            ShopFile.With("/steps/1/fields/0/pattern", "\"(a)\\\\1\""),
            (problem, _) =>
                problem.Message.Contains("is not a regular expression", StringComparison.Ordinal)
                || problem.Message.Contains("could take for ever", StringComparison.Ordinal)
        ),
    ];

    /// <summary>What it is, for merchants.</summary>
    public string Words { get; }

    /// <summary>A file with this wrong, and nothing else.</summary>
    public string Sample { get; }

    public bool Is(Problem problem, string file) => _is(problem, file);

    /// <summary>The text or number as it stands in the file.</summary>
    private static string Written(Problem problem, string file) =>
        At(problem, file) switch
        {
            Node.String text => text.Content,
            Node.Number number => number.Text,
            _ => "",
        };

    private static Node? At(Problem problem, string file) =>
        TreeReader.TryRead(Encoding.UTF8.GetBytes(file), out var root, out _)
            ? JsonPointer.Nearest(root, problem.Pointer)
            : null;

    [GeneratedRegex(@"^\d+\.\d{1,4}$", RegexOptions.None, 1000)]
    private static partial Regex FourDecimals();

    [GeneratedRegex(@"^\d{1,15}(\.|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FifteenDigits();

    [GeneratedRegex("^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneName();

    [GeneratedRegex(@"[eE]|^-0(\.0+)?$|\.0+$|\.\d{5,}$|^-?(\d\.?){29,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OddNumber();
}
