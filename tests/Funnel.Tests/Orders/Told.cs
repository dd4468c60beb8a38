using System.Globalization;
using System.Text;
using Funnel.Orders;

namespace Funnel.Tests.Orders;

/// <summary>All that a walk is, as one text: two walks are the same when this is.</summary>
internal static class Told
{
    public static string InFull(Walk walk)
    {
        var text = new StringBuilder();
        var basket = walk.Basket;
        foreach (var line in basket.Lines)
        {
            var options = line.Options.Select(option => $"{option.Option.Id}={option.Choice.Id}");
            Say($"{line.Name}: {line.Quantity} {line.Product.Id} [{string.Join(' ', options)}]");
            Say($"  list {line.List.Minor} net {line.Net.Minor} tax {line.Tax.Minor} multiplied {line.Multiplied}");
            foreach (var adjustment in line.Adjustments)
            {
                Say($"  {adjustment.Amount.Minor} from {adjustment.Step}/{adjustment.Offer}: {adjustment.Label}");
            }
        }

        Say($"list {basket.List.Minor} subtotal {basket.Subtotal.Minor} total {basket.Total.Minor}");
        Say($"shipping {basket.Shipping.Minor} by {basket.Method}, tax {basket.Tax.Minor}");
        Say($"sums {basket.Sums}");
        foreach (var group in basket.TaxGroups())
        {
            Say($"  {group.Rate} %: {group.Amount.Minor} of {group.Base.Minor}");
        }

        Say($"at {walk.Current?.Id ?? "end"} after {walk.Length}");
        foreach (var entry in walk.Answered.Select(LedgerEntry.Of))
        {
            Say(
                $"  {entry.Step} {string.Join(' ', entry.Offers)}: "
                    + $"{entry.Subtotal.Minor} {entry.Shipping.Minor} {entry.Tax.Minor} {entry.Total.Minor}"
            );
        }

        Say($"accepted {walk.Tally.Accepted} declined {walk.Tally.Declined} {string.Join(' ', walk.Tally.Offers)}");
        foreach (var (name, value) in walk.Tally.Inputs.OrderBy(input => input.Key, StringComparer.Ordinal))
        {
            Say($"  {name} = {value}");
        }

        return text.ToString();

        void Say(string said) => text.AppendLine(CultureInfo.InvariantCulture, $"{said}");
    }
}
