using Funnel.Checking.Lint.Wording;
using Funnel.Definitions;

namespace Funnel.Checking.Lint;

/// <summary>
/// What belongs to a feast or a sale is offered around it. The names of the seasons alone say nothing: coats are sold for winter.
/// </summary>
internal sealed class SeasonalWordRule : LintRule
{
    private static readonly Phrases Feasts = new(
        "christmas, xmas, easter, halloween, valentine's, valentines, thanksgiving, black friday, cyber monday, mother's day, "
            + "father's day, new year's, back to school, spring sale, summer sale, autumn sale, winter sale",
        "kerst*, pasen, paas*, sinterklaas*, valentijn*, moederdag*, vaderdag*, koningsdag*, nieuwjaar*, oudjaar*, "
            + "lenteactie*, zomeractie*, herfstactie*, winteractie*",
        "weihnacht*, ostern, osterei*, osterhase*, nikolaus*, valentinstag*, muttertag*, vatertag*, silvester*, neujahr*, "
            + "advents*, sommerschlussverkauf, winterschlussverkauf",
        "noël, pâques, saint-valentin, fête des mères, fête des pères, nouvel an, soldes d'été, soldes d'hiver"
    );

    public override string Code => "FNL109";

    public override LintLevel Level => LintLevel.Warning;

    public override string Title => "A feast or seasonal sale in an offer that is there all year";

    public override string Reason => "A Christmas offer in May tells everybody that nobody looks after the shop.";

    public override string Source => "House practice";

    internal override IEnumerable<Finding> Find(LintSubject subject)
    {
        // A shop for Christmas trees says so in its name.
        if (Said(WrittenText.Of(subject.Funnel.Name, "/name")) is not null)
        {
            return [];
        }

        var dated = StepsEnteredByDate(subject);
        return from step in subject.Steps
            where !dated.Contains(step.Step.Id) && !Dates.Decide(step.Step.When) && !Dates.Decide(step.Step.OffersWhen)
            from said in SaidIn(subject, step)
            select Found(
                said.Pointer,
                $"{Quoted.Value(said.Word)} is said here all year round. Give this a \"when\" with "
                    + "{ \"fact\": \"date\", \"season\": … }, or leave the word out."
            );
    }

    /// <summary>Where a step says such a word itself, its offers need not be named as well.</summary>
    private static IEnumerable<(string Pointer, string Word)> SaidIn(LintSubject subject, StepSite step) =>
        Said(WrittenText.Of(step)) is { } title
            ? [(step.Pointer, title)]
            :
            [
                .. from offer in step.Offers
                where !Dates.Decide(offer.Offer.When)
                let word = Said([.. WrittenText.Of(offer), .. NamesOf(subject, offer)])
                where word is not null
                select (offer.Pointer, word),
            ];

    private static IEnumerable<WrittenText> NamesOf(LintSubject subject, OfferSite offer) =>
        offer
            .Adds.Select(add => add.Add.Product)
            .Append(offer.Offer.Swap?.Product)
            .OfType<string>()
            .SelectMany(product => WrittenText.Of(subject.Product(product).Name, offer.Pointer));

    private static string? Said(IEnumerable<WrittenText> texts) =>
        texts.Select(text => Feasts.FirstIn(text.Content)).FirstOrDefault(word => word is not null);

    /// <summary>The steps that some branch leads to only at a time of its own.</summary>
    private static HashSet<string> StepsEnteredByDate(LintSubject subject) =>
        [
            .. subject
                .Steps.SelectMany(step => step.Edges)
                .SelectMany(edge => edge.Cases)
                .Where(site => Dates.Decide(site.Case.When))
                .Select(site => site.Case.To),
        ];
}
