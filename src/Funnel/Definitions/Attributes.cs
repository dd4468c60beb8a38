using Funnel.Definitions.Notations;

namespace Funnel.Definitions;

/// <summary>The text, or each text of the list, is an id.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IdAttribute : Attribute
{
    /// <summary>A word of the format that cannot be an id here.</summary>
    public string? Reserved { get; init; }
}

/// <summary>Each text is a language tag: <c>en</c>, <c>nl-BE</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LocaleAttribute : Attribute;

/// <summary>The text is an IANA time zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeZoneNameAttribute : Attribute;

/// <summary>The text is a day of any year: <c>12-31</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MonthDayAttribute : Attribute;

/// <summary>The text is a regular expression that runs in linear time.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RegularExpressionAttribute : Attribute;

/// <summary>The list or map is not empty where it is written.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AtLeastOneAttribute : Attribute;

/// <summary>The list may be written as its only item.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneOrManyAttribute : Attribute;

/// <summary>The bounds of an integer; 1 to 1,000,000 (a quantity) without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RangeAttribute(int min, int max) : Attribute
{
    public int Min { get; } = min;

    public int Max { get; } = max;
}

/// <summary>What the keys of a map are; ids without it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class KeysAttribute(KeyKind kind) : Attribute
{
    public KeyKind Kind { get; } = kind;

    /// <summary>A word of the format that cannot be a key here.</summary>
    public string? Reserved { get; init; }
}

internal enum KeyKind
{
    Id,
    LintCode,
}

/// <summary>How a type, or one property, is written where that does not follow from the type: by the <c>Instance</c> of a notation.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property)]
internal sealed class WrittenAsAttribute(Type notation) : Attribute
{
    public Notation Notation { get; } = (Notation)notation.GetField("Instance")!.GetValue(null)!;
}

/// <summary>Exactly one of these properties is written.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExactlyOneOfAttribute(params string[] properties) : Attribute
{
    public IReadOnlyList<string> Properties { get; } = properties;
}

/// <summary>Values that may stand there; editors offer them. A text that opens with <c>{</c> or <c>[</c> is JSON.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ExamplesAttribute(params object[] values) : Attribute
{
    public IReadOnlyList<object> Values { get; } = values;
}
