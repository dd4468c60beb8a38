using System.Globalization;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Explaining;

/// <summary>What a fact is at a moment, as conditions write such values.</summary>
internal static class FactText
{
    /// <returns>Null where it is absent.</returns>
    public static string? Of(Fact fact, in Facts facts, Currency currency) =>
        fact switch
        {
            Fact.OrderAmount { Sum: var sum } => facts.Basket.AmountOf(sum).ToText(currency),
            Fact.OrderCount { Of: Counted.Lines } => Number(facts.Basket.Lines.Length),
            Fact.OrderCount { Of: Counted.AcceptedOffers } => Number(facts.Tally.Accepted),
            Fact.OrderCount => Number(facts.Tally.Declined),
            Fact.OrderSet set => SetOf(set.Of, facts),
            Fact.Line { Name: var line } => facts.Basket.Find(line) is null ? null : "there",
            Fact.LineQuantity { Name: var line } => facts.Basket.Find(line) is { } found
                ? Number(found.Quantity)
                : null,
            Fact.LineAmount { Name: var line, Sum: var sum } => facts.Basket.Find(line) is { } found
                ? (sum is LineSum.List ? found.List : found.Net).ToText(currency)
                : null,
            Fact.LineProduct { Name: var line } => facts.Basket.Find(line)?.Product.Id,
            Fact.LineOption { Name: var line, Option: var option } => facts.Basket.Find(line)?.ChoiceOf(option)?.Id,
            Fact.OfferPrice => facts.OfferPrice?.ToText(currency),
            Fact.OfferShare => ShareOf(facts),
            Fact.Input { Name: var name } => facts.FindInput(name)?.ToString(),
            Fact.Customer { Name: var name } => facts.Start.Customer.GetValueOrDefault(name)?.ToString(),
            Fact.Context { Value: var value } => facts.Start.ContextOf(value),
            Fact.Date => facts.Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Fact.Weekday => CalendarText.Weekdays[((int)facts.Local.DayOfWeek + 6) % 7],
            _ => facts.Local.ToString("HH:mm", CultureInfo.InvariantCulture),
        };

    /// <summary>What an offer would add, as a percentage of the order's list, to four decimals.</summary>
    private static string? ShareOf(in Facts facts) =>
        facts.OfferPrice is { } price && !facts.Basket.List.IsZero
            ? $"{decimal.Round(100m * price.Minor / facts.Basket.List.Minor, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture)} %"
            : null;

    private static string SetOf(IdSet of, in Facts facts)
    {
        if (of is IdSet.Offers)
        {
            return "other offers";
        }

        var ids = facts.Basket.Lines.SelectMany(line =>
            of switch
            {
                IdSet.Products => [line.Product.Id],
                IdSet.Categories => line.Product.Definition.Category is { } category ? [category] : [],
                _ => line.Product.Definition.Tags,
            }
        );
        return string.Join(", ", ids.Distinct(StringComparer.Ordinal)) is { Length: > 0 } all ? all : "nothing";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
