using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using Funnel.Definitions.Json;
using Funnel.Definitions.Schema;

namespace Funnel.Definitions.Notations;

/// <summary>How one kind of value is written in a definition: the same object reads it and writes it back.</summary>
internal abstract class Notation
{
    /// <summary>What should stand there, for messages: <c>an id such as "paper"</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>Stands in for a value that must be there and is not, or cannot be read, so that the rest can still be judged.</summary>
    public abstract object FallbackValue { get; }

    /// <summary>Reports what is wrong; null where nothing can be made of the value.</summary>
    public abstract object? ReadValue(Node node, ReadContext context);

    /// <summary>The name under which the schema stands once; null where it is written out wherever it is needed.</summary>
    public virtual string? SchemaName => null;

    /// <summary>The JSON schema of what is read without a problem, as far as a schema can say it.</summary>
    public abstract JsonObject Schema(SchemaDefinitions definitions);

    public abstract void WriteValue(object value, Utf8JsonWriter writer, Currency currency);
}

/// <inheritdoc/>
internal abstract class Notation<T> : Notation
    where T : notnull
{
    /// <inheritdoc cref="Notation.FallbackValue"/>
    public abstract T Fallback { get; }

    public sealed override object FallbackValue => Fallback;

    /// <summary>Reports what is wrong; false where nothing can be made of the value.</summary>
    public abstract bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value);

    public abstract void Write(T value, Utf8JsonWriter writer, Currency currency);

    public T ReadOrFallback(Node node, ReadContext context) => TryRead(node, context, out var value) ? value : Fallback;

    public sealed override object? ReadValue(Node node, ReadContext context) =>
        TryRead(node, context, out var value) ? value : null;

    public sealed override void WriteValue(object value, Utf8JsonWriter writer, Currency currency) =>
        Write((T)value, writer, currency);
}

/// <summary>A value that is written as one text.</summary>
internal abstract class TextNotation<T> : Notation<T>
    where T : notnull
{
    public sealed override bool TryRead(Node node, ReadContext context, [MaybeNullWhen(false)] out T value)
    {
        if (node is Node.String text)
        {
            return TryParse(text, context, out value);
        }

        context.ReportType(node, Expected);
        value = default;
        return false;
    }

    public sealed override void Write(T value, Utf8JsonWriter writer, Currency currency) =>
        writer.WriteStringValue(Format(value));

    protected abstract bool TryParse(Node.String text, ReadContext context, [MaybeNullWhen(false)] out T value);

    protected abstract string Format(T value);
}
