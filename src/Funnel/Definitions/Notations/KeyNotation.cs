using System.Text.Json.Nodes;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>How the keys of a map are written.</summary>
internal abstract class KeyNotation
{
    private KeyNotation() { }

    /// <summary>What the keys are, in the plural.</summary>
    public abstract string Expected { get; }

    public abstract TextForm Form { get; }

    /// <summary>The JSON schema of the keys.</summary>
    public virtual JsonObject Schema(SchemaDefinitions definitions) =>
        SchemaOf.Text(Form.Pattern, $"{Expected} as keys");

    /// <summary>What is wrong with a key and what to do; null where nothing is.</summary>
    public abstract string? Fault(string key);

    /// <param name="reserved">A word of the format that cannot be an id here.</param>
    public sealed class Ids(string? reserved) : KeyNotation
    {
        private readonly IdNotation _id = new(reserved);

        public string? Reserved => _id.Reserved;

        public override string Expected => "ids";

        public override TextForm Form => IdNotation.Form;

        public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Of(_id);

        public override string? Fault(string key) => _id.Fault(key);
    }

    /// <summary><c>FNL105</c>.</summary>
    public sealed class ProblemCode : KeyNotation
    {
        public override string Expected => "codes such as \"FNL105\"";

        public override TextForm Form { get; } = new("FNL[0-9]{3}");

        public override string? Fault(string key) =>
            Form.IsMatch(key) ? null : $"{Quoted.Value(key)} is not the code of a rule. Write it as \"FNL105\".";
    }

    /// <summary><c>NL</c>, or <c>*</c>.</summary>
    public sealed class Country : KeyNotation
    {
        public override string Expected => "countries such as \"NL\", or \"*\",";

        public override TextForm Form { get; } = new(@"[A-Z]{2}|\*");

        public override string? Fault(string key) =>
            Form.IsMatch(key)
                ? null
                : $"{Quoted.Value(key)} is not a country. Write two capitals (ISO 3166-1) such as \"NL\", or \"*\" for all others.";
    }

    /// <summary><c>paper/silk</c>: an offer with its step.</summary>
    public sealed class Offers : KeyNotation
    {
        public override string Expected => "offers with their steps, such as \"paper/silk\",";

        public override TextForm Form { get; } = new("[a-z0-9][a-z0-9-]{0,62}/[a-z0-9][a-z0-9-]{0,62}");

        public override string? Fault(string key) =>
            Form.IsMatch(key) ? null : $"{Quoted.Value(key)} is not an offer. Write it with its step: \"paper/silk\".";
    }

    /// <summary><c>ordersPlaced</c>: what a shop calls something it knows of a customer.</summary>
    public sealed class Names : KeyNotation
    {
        public override string Expected => "names such as \"segment\"";

        public override TextForm Form { get; } = new(@"[^.\s]{1,63}");

        public override string? Fault(string key) =>
            Form.IsMatch(key) ? null : $"{Quoted.Value(key)} is not a name. Write it without points and spaces.";
    }
}
