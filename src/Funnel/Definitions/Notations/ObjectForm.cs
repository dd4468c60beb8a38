using System.Text.Json;
using Funnel.Definitions.Json;

namespace Funnel.Definitions.Notations;

/// <summary>One of the ways in which a value of several forms is written as an object.</summary>
/// <param name="mark">The property by which the form is known.</param>
internal abstract class ObjectForm<T>(string mark)
    where T : class
{
    public string Mark => mark;

    public abstract RecordShape Shape { get; }

    /// <summary>Null where nothing can be made of what is written.</summary>
    /// <param name="ignored">Properties that are another form's.</param>
    public abstract T? Read(Node.Object members, ReadContext context, IReadOnlyCollection<string> ignored);

    /// <summary>False where the value is of another form.</summary>
    public abstract bool TryWrite(T value, Utf8JsonWriter writer, Currency currency);
}

/// <inheritdoc/>
/// <typeparam name="T">The value.</typeparam>
/// <typeparam name="TWritten">The record that has the form's properties as they are written.</typeparam>
/// <param name="read">Null where nothing can be made of what is written; reports what holds between properties.</param>
/// <param name="write">Null where the value is of another form.</param>
internal sealed class ObjectForm<T, TWritten>(
    string mark,
    Func<TWritten, Node.Object, ReadContext, T?> read,
    Func<T, TWritten?> write
) : ObjectForm<T>(mark)
    where T : class
    where TWritten : class
{
    public override RecordShape Shape => RecordNotation<TWritten>.Instance.Shape;

    public override T? Read(Node.Object members, ReadContext context, IReadOnlyCollection<string> ignored) =>
        read(RecordNotation<TWritten>.Instance.Read(members, context, ignored), members, context);

    public override bool TryWrite(T value, Utf8JsonWriter writer, Currency currency)
    {
        if (write(value) is not { } written)
        {
            return false;
        }

        RecordNotation<TWritten>.Instance.Write(written, writer, currency);
        return true;
    }
}
