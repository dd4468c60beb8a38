using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>Something that a funnel can run with and is better without: it sells badly, or the law is against it.</summary>
public abstract class LintRule
{
    private protected LintRule() { }

    /// <summary>Stable, as those of <see cref="CheckCodes"/>: from FNL100 what sells well, from FNL150 the law.</summary>
    public abstract string Code { get; }

    /// <summary>How much a finding weighs where the funnel does not say.</summary>
    public abstract LintLevel Level { get; }

    /// <summary>What it finds, as a phrase.</summary>
    public abstract string Title { get; }

    /// <summary>Why that matters, in a sentence or two.</summary>
    public abstract string Reason { get; }

    /// <summary>Where it comes from: an article of law, a publication, or the house's own practice.</summary>
    public abstract string Source { get; }

    /// <summary>What it finds in a funnel without errors; the last sentence of each message says what to do.</summary>
    internal abstract IEnumerable<Finding> Find(LintSubject subject);

    private protected Finding Found(string pointer, string message) => new(Code, pointer, message);
}
