using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary><c>"paper-silk"</c>.</summary>
/// <param name="reserved">A word of the format that cannot be an id here.</param>
internal sealed class IdNotation(string? reserved = null) : TextNotation<string>
{
    public static readonly TextForm Form = new("[a-z0-9][a-z0-9-]{0,62}");

    public override string Expected => "an id such as \"paper-silk\"";

    public override string Fallback => "";

    public string? Reserved { get; } = reserved;

    public override string? SchemaName => Reserved is null ? "id" : null;

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        if (Reserved is null)
        {
            return SchemaOf.Text(Form.Pattern, Expected);
        }

        var schema = SchemaOf.Text(Form.Pattern, $"{Expected}, and not {Quoted.Value(Reserved)}");
        schema["not"] = new JsonObject { ["const"] = Reserved };
        return schema;
    }

    /// <summary>What is wrong with an id and what to do; null where nothing is.</summary>
    public string? Fault(string text)
    {
        if (text == Reserved)
        {
            return $"{Quoted.Value(text)} is a word of the format and cannot be an id here. Take another.";
        }

        return Form.IsMatch(text)
            ? null
            : $"{Quoted.Value(text)} is not an id. Write small letters, digits and hyphens, "
                + "beginning with a letter or digit, 63 at most.";
    }

    // An id of a wrong form is kept, so that what refers to it is not reported as well.
    protected override bool TryParse(Node.String text, ReadContext context, out string value)
    {
        value = text.Content;
        if (Fault(value) is { } fault)
        {
            context.Report(ProblemCodes.InvalidValue, text, fault);
        }

        return true;
    }

    protected override string Format(string value) => value;
}
