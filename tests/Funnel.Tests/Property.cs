using FsCheck;
using FsCheck.Fluent;

namespace Funnel.Tests;

/// <summary>Runs a test over many random values. A failure prints the value, shrunk, and the seed that repeats the run.</summary>
internal static class Property
{
    /// <param name="replay">The seed of a failed run, as it was printed.</param>
    public static void Holds<T>(
        Arbitrary<T> values,
        Action<T> test,
        int times = 100,
        (ulong Seed, ulong Gamma)? replay = null
    )
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true);
        Check.One(
            replay is var (seed, gamma) ? config.WithReplay(new Replay(new(seed, gamma), null)) : config,
            Prop.ForAll(values, test)
        );
    }
}
