using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking.Proofs;

/// <summary>
/// Something that is known of a shopper or the moment rather than of the order, split into the cases that the funnel's conditions
/// can tell apart: within one, every condition of the funnel is answered alike.
/// </summary>
/// <param name="Fact">A customer's, a context's or an input's; <see cref="Fact.Date" /> is the whole day, its weekday included.</param>
/// <param name="Cases">A value for each case; null is that it is not known.</param>
/// <param name="AtStart">The cases that there can be when an order starts.</param>
/// <param name="InForm">The cases that a form's field can be answered with.</param>
internal sealed record SplitFact(
    Fact Fact,
    IReadOnlyList<Value?> Cases,
    IReadOnlyList<FactCase> AtStart,
    ILookup<InputField, FactCase> InForm
);

/// <summary>A case of a fact, and how it comes about.</summary>
/// <param name="Index">Which case.</param>
/// <param name="Value">A value that makes it so; null is that it is not known.</param>
internal readonly record struct FactCase(int Index, Value? Value);
