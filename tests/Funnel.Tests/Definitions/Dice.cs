namespace Funnel.Tests.Definitions;

/// <summary>Random decisions that a seed repeats.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Dice of their own for one part, so that what is decided there does not move what comes after.</summary>
    public static Dice For(int seed, string part, int index = 0) =>
        new(unchecked(part.Aggregate(seed * 31 + index, (hash, letter) => hash * 31 + letter)));

    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>Both included.</summary>
    public int Between(int min, int max) => _random.Next(min, max + 1);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public T? Maybe<T>(int percent, Func<T> value)
        where T : class => Chance(percent) ? value() : null;

    /// <summary>Some of them, each once, in their order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> of, int min, int max)
    {
        var indexes = Enumerable.Range(0, of.Count).ToArray();
        _random.Shuffle(indexes);
        return [.. indexes.Take(Between(min, Math.Min(max, of.Count))).Order().Select(index => of[index])];
    }
}
