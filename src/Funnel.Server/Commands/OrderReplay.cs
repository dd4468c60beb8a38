using Funnel.Definitions;
using Funnel.Server.Funnels;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Simulation;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>Takes recorded orders of a funnel through another version of it, and tells what would have changed.</summary>
internal static class OrderReplay
{
    // The newest are nearest to what comes.
    private const int Most = 1_000;
    private const int Page = 100;

    public static async Task<int> Run(CheckedFile file, bool json, Terminal terminal, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage();
        builder.Services.AddSingleton<PublishedFunnels>();
        await using var app = builder.Build();
        var draft = file.Machine;
        var orders = new List<(string Id, ReplayedOrder Order)>();
        try
        {
            await foreach (
                var order in Recorded(
                    app.Services.GetRequiredService<IStore>(),
                    app.Services.GetRequiredService<PublishedFunnels>(),
                    draft.Definition.Id,
                    cancellation
                )
            )
            {
                orders.Add((order.Id, ReplayedOrder.Of(order.Order.Walk, draft)));
            }
        }
        catch (StoreUnavailableException problem)
        {
            await terminal.Errors.WriteLineAsync(problem.Message);
            return ExitCodes.WrongUse;
        }

        if (json)
        {
            terminal.WriteJson(View(draft.Definition, orders));
        }
        else
        {
            Tell(draft.Definition, orders, terminal);
        }

        return ExitCodes.Fine;
    }

    private static async IAsyncEnumerable<KeptOrder> Recorded(
        IStore store,
        PublishedFunnels funnels,
        string funnelId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var filter = new OrderFilter { FunnelId = funnelId };
        for (var read = 0; read < Most; read += Page)
        {
            var page = await store.ListOrders(filter, Page, cancellation);
            foreach (var stored in page)
            {
                if (await funnels.Find(stored.FunnelId, stored.FunnelVersion, cancellation) is { } version)
                {
                    yield return KeptOrder.Read(stored, version);
                }
            }

            if (page.Count < Page)
            {
                yield break;
            }

            filter = filter with { After = new(page[^1].StartedAt, page[^1].Id) };
        }
    }

    private static void Tell(FunnelDefinition funnel, List<(string Id, ReplayedOrder Order)> orders, Terminal terminal)
    {
        var currency = funnel.Currency;
        var table = terminal.Table("order", $"before ({currency})", "after", "what changes");
        foreach (var (id, order) in orders.Where(one => !one.Order.IsSame))
        {
            table.AddRow(
                id,
                order.Before.ToText(currency),
                order.After.ToText(currency),
                string.Join("; ", Changes(order)).EscapeMarkup()
            );
        }

        if (table.Rows.Count > 0)
        {
            terminal.Write(table);
            terminal.Line();
        }

        var (before, after) = Sums(orders);
        terminal.Line(
            $"{Words.Count(orders.Count, "order")}: {orders.Count(one => one.Order.IsSame)} the same, {orders.Count(one => one.Order.After > one.Order.Before)} dearer, {orders.Count(one => one.Order.After < one.Order.Before)} cheaper; together {Major(before, currency)} before and {Major(after, currency)} after."
        );
    }

    private static IEnumerable<string> Changes(ReplayedOrder order)
    {
        foreach (var dropped in order.Dropped)
        {
            yield return $"loses {string.Join(" and ", dropped.Offers.Select(offer => $"{dropped.Step}/{offer}").DefaultIfEmpty(dropped.Step))}";
        }

        if (order.NoLongerShown.Count > 0)
        {
            yield return $"is not shown {string.Join(", ", order.NoLongerShown)}";
        }

        if (order.NowShown.Count > 0)
        {
            yield return $"is shown {string.Join(", ", order.NowShown)}";
        }

        if (order.StopsAt is { } step)
        {
            yield return $"stops at {step}, which was not asked";
        }
    }

    private static object View(FunnelDefinition funnel, List<(string Id, ReplayedOrder Order)> orders)
    {
        var (before, after) = Sums(orders);
        return new
        {
            Funnel = funnel.Id,
            Currency = funnel.Currency.Code,
            Same = orders.Count(one => one.Order.IsSame),
            Before = Major(before, funnel.Currency),
            After = Major(after, funnel.Currency),
            Orders = orders.Select(one => new
            {
                one.Id,
                Before = one.Order.Before.ToText(funnel.Currency),
                After = one.Order.After.ToText(funnel.Currency),
                one.Order.Dropped,
                one.Order.NoLongerShown,
                one.Order.NowShown,
                one.Order.StopsAt,
            }),
        };
    }

    private static (decimal Before, decimal After) Sums(List<(string Id, ReplayedOrder Order)> orders) =>
        orders.Aggregate(
            (Before: 0m, After: 0m),
            (sums, one) => (sums.Before + one.Order.Before.Minor, sums.After + one.Order.After.Minor)
        );

    private static string Major(decimal minor, Currency currency)
    {
        var places = new decimal(0, 0, 0, false, (byte)currency.Decimals);
        return $"{(minor / currency.MinorPerMajor + places).ToString(System.Globalization.CultureInfo.InvariantCulture)} {currency}";
    }
}
