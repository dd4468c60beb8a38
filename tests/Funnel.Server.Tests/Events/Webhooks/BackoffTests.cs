using FsCheck;
using FsCheck.Fluent;
using Funnel.Server.Events.Webhooks;

namespace Funnel.Server.Tests.Events.Webhooks;

public sealed class BackoffTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Fact]
    public void It_begins_with_seconds_and_ends_with_hours_after_a_day()
    {
        double[] minutes = [5 / 60d, 0.5, 2, 10, 30, 60, 120, 240, 480, 480];

        var delays = Delays(new Middle());

        Assert.Equal(minutes, delays.Take(minutes.Length).Select(delay => delay.TotalMinutes));
        Assert.Equal(11, delays.Count);
    }

    [Fact]
    public void Whatever_the_chance_the_delays_are_within_a_fifth_grow_to_their_cap_and_fill_the_day()
    {
        var middle = Delays(new Middle());
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => Hold(new Random(seed))));

        void Hold(Random random)
        {
            var delays = Delays(random);

            Assert.Equal(Day, delays.Aggregate(TimeSpan.Zero, (sum, delay) => sum + delay));
            Assert.InRange(delays.Count, 10, 12);
            // The last is what is left of the day.
            for (var i = 0; i < delays.Count - 1; i++)
            {
                var usual = middle[Math.Min(i, 9)];
                Assert.InRange(delays[i], usual * 0.8, usual * 1.2);
                Assert.True(i is 0 or > 8 || delays[i] > delays[i - 1]);
            }

            Assert.InRange(delays[^1], TimeSpan.FromTicks(1), TimeSpan.FromHours(8 * 1.2));
        }
    }

    [Fact]
    public void However_often_and_long_it_fails_there_is_a_delay_within_the_day_or_none() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll(
                Gen.Choose(1, int.MaxValue).ToArbitrary(),
                Gen.Choose(-100_000, 200_000).ToArbitrary(),
                (attempts, seconds) =>
                {
                    var failingFor = TimeSpan.FromSeconds(seconds);
                    var delay = Backoff.After(attempts, failingFor, Random.Shared);
                    Assert.Equal(failingFor >= Day, delay is null);
                    Assert.True(delay is null || (delay > TimeSpan.Zero && failingFor + delay <= Day));
                }
            )
        );

    /// <summary>All delays of an event whose attempts fail at once.</summary>
    private static List<TimeSpan> Delays(Random random)
    {
        var delays = new List<TimeSpan>();
        var failingFor = TimeSpan.Zero;
        while (Backoff.After(delays.Count + 1, failingFor, random) is { } delay)
        {
            delays.Add(delay);
            failingFor += delay;
        }

        return delays;
    }

    /// <summary>No chance: neither shorter nor longer.</summary>
    private sealed class Middle : Random
    {
        public override double NextDouble() => 0.5;
    }
}
