using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"Paper"</c>, or <c>{ "en": "Paper", "nl": "Papier" }</c> with exactly the funnel's languages.</summary>
internal sealed class LocalizedTextNotation : Notation<Text>
{
    public static readonly LocalizedTextNotation Instance = new();

    public override string Expected => "a text, or an object with one per language";

    public override Text Fallback { get; } = new("");

    public override string? SchemaName => "text";

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = PlainTextNotation.Instance.Schema(definitions);
        schema["type"] = SchemaOf.Texts(["string", "object"]);
        schema["propertyNames"] = definitions.Of(LocaleNotation.Instance);
        schema["additionalProperties"] = definitions.Of(PlainTextNotation.Instance);
        schema["minProperties"] = 1;
        schema["errorMessage"] = SchemaOf.Message(Expected);
        return schema;
    }

    public override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out Text value)
    {
        switch (node)
        {
            case Node.String:
                value = PlainTextNotation.Instance.TryRead(node, context, out var everywhere) ? new(everywhere) : null;
                return value is not null;
            case Node.Object map:
                value = ReadMap(map, context);
                return true;
            default:
                context.ReportType(node, Expected);
                value = null;
                return false;
        }
    }

    public override void Write(Text value, Utf8JsonWriter writer, Currency currency)
    {
        if (value.ByLocale is null)
        {
            writer.WriteStringValue(value.Everywhere);
            return;
        }

        writer.WriteStartObject();
        foreach (var (locale, text) in value.ByLocale)
        {
            writer.WriteString(locale, text);
        }

        writer.WriteEndObject();
    }

    private static Text ReadMap(Node.Object map, ReadContext context)
    {
        var found = context.Found;
        context.ReportDuplicates(map);
        var texts = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (locale, member) in map.Members)
        {
            if (context.Locales is { } known && !known.Contains(locale))
            {
                context.ReportKey(
                    ProblemCodes.LocaleMismatch,
                    member,
                    $"{Quoted.Value(locale)} is not among the funnel's languages. Add it to \"locales\", or take this text out."
                );
            }

            texts[locale] = PlainTextNotation.Instance.ReadOrFallback(member, context);
        }

        if (context.Locales is { } needed && !needed.All(texts.ContainsKey))
        {
            var missing = needed.Where(locale => !texts.ContainsKey(locale));
            context.Report(
                ProblemCodes.LocaleMismatch,
                map,
                $"This text has nothing in {Quoted.List(missing, "and")}. Write it in each of the funnel's languages."
            );
        }

        // A text that lacks a language would fail whoever asks for it.
        return context.Found == found && context.Locales is not null
            ? new(texts)
            : new(texts.Values.FirstOrDefault(""));
    }
}
