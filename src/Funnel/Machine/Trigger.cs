using Funnel.Definitions;

namespace Funnel.Machine;

/// <summary>What leads out of a state.</summary>
public enum Trigger
{
    /// <summary>At least one offer was accepted, or a form was filled in.</summary>
    Accept,

    /// <summary>The step was declined.</summary>
    Decline,

    /// <summary>The step was passed by without being shown.</summary>
    Pass,
}

/// <summary>One way out of a state: the first whose guard holds is taken.</summary>
public sealed class Transition
{
    internal Transition(Condition? when, Guard? guard, State? target)
    {
        When = when;
        Guard = guard;
        Target = target;
    }

    /// <summary>The guard as written; null where it always holds.</summary>
    public Condition? When { get; }

    /// <summary>Where it leads; null is the end.</summary>
    public State? Target { get; }

    internal Guard? Guard { get; }
}
