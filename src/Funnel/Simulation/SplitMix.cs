namespace Funnel.Simulation;

/// <summary>SplitMix64 (Steele, Lea and Flood, 2014): a small generator whose every number is fixed by its seed.</summary>
/// <remarks>.NET's own does not promise the same numbers for a seed from one release to the next.</remarks>
internal struct SplitMix(ulong seed)
{
    private const ulong Gamma = 0x9E37_79B9_7F4A_7C15;

    private ulong _state = seed;

    /// <summary>The generator of one of many shoppers: what one does leaves the others as they are.</summary>
    public static SplitMix Of(ulong seed, int visit) =>
        new(new SplitMix(unchecked(seed + (ulong)visit * Gamma)).Next());

    public ulong Next()
    {
        unchecked
        {
            _state += Gamma;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from 0 to one less than a bound, all as likely to within 2 to the power of -32.</summary>
    public int Below(int bound) => (int)((Next() >> 32) * (ulong)bound >> 32);

    /// <param name="perMillion">How likely.</param>
    public bool Chance(int perMillion) => Below(TakeRate.PerMillion) < perMillion;
}
