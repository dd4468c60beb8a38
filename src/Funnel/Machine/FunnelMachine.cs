using System.Collections.Frozen;
using Funnel.Definitions;
using Funnel.Pricing;

namespace Funnel.Machine;

/// <summary>
/// A funnel compiled once into an immutable state machine that all its orders share: states are the steps, triggers the
/// shopper's answers, guards the declared conditions.
/// </summary>
public sealed class FunnelMachine
{
    private readonly FrozenDictionary<string, State> _statesById;
    private readonly TimeZoneInfo _timeZone;

    private FunnelMachine(FunnelDefinition definition)
    {
        var compiler = new Compiler(definition);
        Definition = definition;
        States = compiler.States();
        Guards = compiler.Guards;
        _statesById = States.ToFrozenDictionary(state => state.Id);
        Inputs = definition.Inputs.ToFrozenDictionary(
            input => input.Key,
            input => new InputField(input.Key, input.Value)
        );
        _timeZone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);
    }

    public FunnelDefinition Definition { get; }

    /// <summary>In the file's order; a walk begins at the first.</summary>
    public IReadOnlyList<State> States { get; }

    /// <summary>Each state after all that lead to it.</summary>
    internal IEnumerable<State> InWalkingOrder => States.OrderByDescending(state => States.Count(state.LeadsTo));

    /// <summary>What may be handed over when an order starts, by name.</summary>
    public IReadOnlyDictionary<string, InputField> Inputs { get; }

    /// <param name="definition">One that passed the check; of another, compiling or walking may throw.</param>
    public static FunnelMachine Compile(FunnelDefinition definition) => new(definition);

    public State? FindState(string id) => _statesById.GetValueOrDefault(id);

    /// <summary>Compiles single conditions, for whoever asks why they hold or not.</summary>
    internal GuardCompiler Guards { get; }

    internal Terms TermsFor(string? country) => new(Definition, country);

    internal Facts FactsOf(Start start, Basket basket, Tally tally, DateTimeOffset at) =>
        new(start, basket, tally, at, _timeZone);

    /// <summary>The first state from here on that is not passed by; null is the end.</summary>
    internal static State? Arrive(State? state, in Facts facts)
    {
        while (state is not null && !state.Shows(facts))
        {
            state = state.Next(Trigger.Pass, facts);
        }

        return state;
    }
}
