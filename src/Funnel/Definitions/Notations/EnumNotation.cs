using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>One of a few words: the enum's names in camel case.</summary>
internal sealed class EnumNotation<T> : TextNotation<T>
    where T : struct, Enum
{
    private readonly OrderedDictionary<string, T> _byName = new(
        Enum.GetValues<T>().Select(value => KeyValuePair.Create(NameOf(value), value)),
        StringComparer.Ordinal
    );

    public override string Expected => Quoted.List(Names);

    public override T Fallback => default;

    public IReadOnlyCollection<string> Names => _byName.Keys;

    public override string? SchemaName => JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name);

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = SchemaOf.Word(Names);
        schema["enumDescriptions"] = SchemaOf.Texts(
            Enum.GetNames<T>()
                .Select(name => typeof(T).GetField(name)!.GetCustomAttribute<DescriptionAttribute>()!.Description)
        );
        return schema;
    }

    protected override bool TryParse(Node.String text, ReadContext context, out T value)
    {
        if (_byName.TryGetValue(text.Content, out value))
        {
            return true;
        }

        context.Report(
            ProblemCodes.InvalidValue,
            text,
            $"{Quoted.Value(text.Content)} is not known here.{Suggestion.Sentence(text.Content, Names)} Write {Expected}."
        );
        return false;
    }

    protected override string Format(T value) => NameOf(value);

    private static string NameOf(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
