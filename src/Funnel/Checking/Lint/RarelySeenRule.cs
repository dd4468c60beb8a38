using System.Globalization;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>An offer is worth its upkeep only where people come to see it. What nobody can see at all is no matter of taste.</summary>
internal sealed class RarelySeenRule : LintRule
{
    /// <summary>One walk in so many.</summary>
    private const int OneIn = 1_000;

    public override string Code => "FNL110";

    public override LintLevel Level => LintLevel.Note;

    public override string Title => "An offer that fewer than one walk in a thousand can see";

    public override string Reason =>
        "Its conditions may be narrower than was meant. Walks are counted, not shoppers, so it may be well meant.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject) =>
        from census in new[] { subject.Census }
        where census is not null
        from fared in census.Offers
        where !fared.Shown.IsZero && fared.Shown * OneIn < census.Walks
        select Found(
            subject.PointerTo(fared),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Offer {Quoted.Value(fared.Offer.Id)} is shown on {fared.Shown} of {census.Walks} walks. Look whether its conditions are narrower than you meant."
            )
        );
}
