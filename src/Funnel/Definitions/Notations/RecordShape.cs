using System.ComponentModel;
using System.Reflection;

namespace Funnel.Definitions.Notations;

/// <summary>What the model says of one of its records: its properties and what holds between them.</summary>
internal sealed class RecordShape
{
    private readonly Type _type;
    private readonly Dictionary<string, PropertyShape> _byName;

    public RecordShape(Type type)
    {
        _type = type;
        var blank = Activator.CreateInstance(type)!;
        Properties =
        [
            // An id that a record adds to what it inherits comes first, as a merchant writes it.
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanWrite)
                .OrderByDescending(property => Generation(property.DeclaringType))
                .ThenBy(property => property.MetadataToken)
                .Select(property => new PropertyShape(property, blank)),
        ];
        _byName = Properties.ToDictionary(property => property.Name, StringComparer.Ordinal);
        Identity = Properties.FirstOrDefault(property => property is { Name: "id", Notation: IdNotation });
        ExactlyOneOf = type.GetCustomAttribute<ExactlyOneOfAttribute>() is { } one
            ? [.. one.Properties.Select(name => Properties.Single(property => property.Property.Name == name))]
            : [];
    }

    public IReadOnlyList<PropertyShape> Properties { get; }

    /// <summary>What it is, for merchants; null where the one property that has it says so.</summary>
    public string? Description => _type.GetCustomAttribute<DescriptionAttribute>()?.Description;

    /// <summary>The id by which siblings are told apart; null where the record has none.</summary>
    public PropertyShape? Identity { get; }

    /// <summary>Of these exactly one is written; empty where the record has no such rule.</summary>
    public IReadOnlyList<PropertyShape> ExactlyOneOf { get; }

    public IEnumerable<string> Names => _byName.Keys;

    public bool Has(string name) => _byName.ContainsKey(name);

    private static int Generation(Type? type) => type is null ? 0 : 1 + Generation(type.BaseType);
}
