using System.Collections;
using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Funnel.Definitions.Notations;

/// <summary>One property of a record of the model, and how it is written.</summary>
internal sealed class PropertyShape
{
    private readonly Lazy<Notation> _notation;

    /// <param name="blank">A record of which nothing was set: it has the defaults.</param>
    public PropertyShape(PropertyInfo property, object blank)
    {
        Property = property;
        Name =
            property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        Default = property.GetValue(blank);
        // Conditions hold conditions, so how they are written is asked for when the first one is met.
        _notation = new(() => NotationOf.Property(property));
    }

    public PropertyInfo Property { get; }

    /// <summary>The name in JSON.</summary>
    public string Name { get; }

    public bool IsRequired { get; }

    /// <summary>What it is where the file does not say it. Of a required property: nothing to rely on.</summary>
    public object? Default { get; }

    /// <summary>What it means, for merchants. Each has one, a test says.</summary>
    public string? Description => Property.GetCustomAttribute<DescriptionAttribute>()?.Description;

    /// <summary>Values that may stand there.</summary>
    public IEnumerable<JsonNode> Examples =>
        (Property.GetCustomAttribute<ExamplesAttribute>()?.Values ?? []).Select(value =>
            value is string text && text[0] is '{' or '['
                ? JsonNode.Parse(text)!
                : JsonSerializer.SerializeToNode(value)!
        );

    public Notation Notation => _notation.Value;

    public object? Get(object record) => Property.GetValue(record);

    public void Set(object record, object? value) => Property.SetValue(record, value);

    /// <summary>Whether a value need not be written.</summary>
    public bool IsImplied(object? value) =>
        !IsRequired
        && (
            Equals(value, Default)
            || (value is IEnumerable some and not string && Default is IEnumerable usual && Same(some, usual))
        );

    private static bool Same(IEnumerable a, IEnumerable b) => a.Cast<object>().SequenceEqual(b.Cast<object>());
}
