using Funnel.Definitions.Json;
using Funnel.Definitions.Notations;

namespace Funnel.Definitions;

/// <summary>Reads a funnel's file strictly and reports all that is wrong with it at once.</summary>
public static class DefinitionReader
{
    /// <param name="utf8">The file, with or without a byte order mark.</param>
    public static DefinitionReading Read(ReadOnlySpan<byte> utf8)
    {
        if (!TreeReader.TryRead(utf8, out var root, out var fault))
        {
            var (line, column) = fault.At;
            return new(null, null, [new(ProblemCodes.NotJson, Severity.Error, "", line, column, fault.Message)]);
        }

        // Amounts and texts are judged by what the root says of all of them, wherever in the file it says so.
        var context = new ReadContext { Currency = FindCurrency(root), Locales = FindLocales(root) };
        RecordNotation<FunnelDefinition>.Instance.TryRead(root, context, out var definition);
        return new(definition, root, context.InFileOrder());
    }

    private static Currency? FindCurrency(Node root) =>
        (root as Node.Object)?["currency"] is Node.String { Content: var code }
        && Currency.TryFind(code, out var currency)
            ? currency
            : null;

    /// <summary>The default where the file is silent; null where what it says cannot be relied on.</summary>
    private static IReadOnlyList<string>? FindLocales(Node root)
    {
        switch ((root as Node.Object)?["locales"])
        {
            case null:
                return FunnelDefinition.DefaultLocales;
            case Node.Array { Items: { Count: > 0 } items }
                when items.All(item =>
                    item is Node.String { Content: var locale } && LocaleNotation.Form.IsMatch(locale)
                ):
                return [.. items.Cast<Node.String>().Select(item => item.Content).Distinct(StringComparer.Ordinal)];
            default:
                return null;
        }
    }
}
