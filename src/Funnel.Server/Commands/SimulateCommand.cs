using System.CommandLine;
using System.Globalization;
using Funnel.Server.Funnels;
using Funnel.Simulation;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary><c>simulate FILE</c>: lets many shoppers walk a funnel, or takes recorded orders through it again.</summary>
internal static class SimulateCommand
{
    private const int UsualVisits = 10_000;
    private const string Store = "store";

    public static Command Make(Terminal terminal)
    {
        var file = CommonOptions.File();
        var visits = new Option<int>("--visits")
        {
            Description = $"How many shoppers come in, 1 to {Simulated.MostVisits}.",
            DefaultValueFactory = _ => UsualVisits,
        };
        visits.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() is < 1 or > Simulated.MostVisits)
            {
                result.AddError($"--visits is 1 to {Simulated.MostVisits}.");
            }
        });
        var seed = new Option<ulong>("--seed")
        {
            Description = "Another seed is another day; the same gives the same report.",
            DefaultValueFactory = _ => 1,
        };
        var rates = new Option<string?>("--rates")
        {
            Description = "A file with what is known of the shoppers. Without it, all is assumed.",
        };
        var orders = new Option<string?>("--orders")
        {
            Description =
                "\"store\": in place of shoppers, takes the funnel's newest orders from the configured store through this file.",
        };
        orders.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is not (null or Store))
            {
                result.AddError($"--orders is \"{Store}\".");
            }
        });
        var json = CommonOptions.Json();
        var command = new ExampledCommand(
            "simulate",
            "Lets many shoppers walk a funnel, and tells what they bought; or tells what recorded orders would have come to.",
            "simulate funnels/print-shop.json",
            "simulate --visits 100000 --seed 7 --rates rates.json --json funnels/print-shop.json",
            "simulate --orders store funnels/print-shop.json"
        )
        {
            file,
            visits,
            seed,
            rates,
            orders,
            json,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                if (await CheckedFile.ReadSound(parsed.GetValue(file)!, terminal) is not { } funnel)
                {
                    return ExitCodes.Found;
                }

                return parsed.GetValue(orders) is null
                    ? await Simulate(
                        funnel,
                        parsed.GetValue(visits),
                        parsed.GetValue(seed),
                        parsed.GetValue(rates),
                        parsed.GetValue(json),
                        terminal
                    )
                    : await OrderReplay.Run(funnel, parsed.GetValue(json), terminal, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> Simulate(
        CheckedFile funnel,
        int visits,
        ulong seed,
        string? ratesPath,
        bool json,
        Terminal terminal
    )
    {
        var machine = funnel.Machine;
        var rates = new SimulationRates();
        if (ratesPath is not null)
        {
            var reading = RatesReading.Read(await CheckedFile.ReadBounded(ratesPath), machine);
            foreach (var problem in reading.Problems)
            {
                await terminal.Errors.WriteLineAsync(FunnelFile.Line(ratesPath, problem));
            }

            if (reading.Problems.Count > 0)
            {
                return ExitCodes.Found;
            }

            rates = reading.Rates!;
        }

        var simulated = Simulated.Of(machine, rates, visits, seed);
        if (json)
        {
            terminal.WriteJson(View(simulated));
        }
        else
        {
            Tell(simulated, ratesPath is not null, terminal);
        }

        return ExitCodes.Fine;
    }

    private static void Tell(Simulated simulated, bool isKnown, Terminal terminal)
    {
        var funnel = simulated.Machine.Definition;
        var currency = funnel.Currency;
        terminal.Line(
            $"[bold]{funnel.Name.In(funnel.Locales[0]).EscapeMarkup()}[/]: {Words.Count(simulated.Visits, "visit")}, {Words.Count(simulated.Orders, "order")}, seed {simulated.Seed}{(isKnown ? "" : ", all rates assumed")}"
        );
        terminal.Line(
            $"revenue per visit {Text(simulated.RevenuePerVisit)} {currency}, average order {Text(simulated.AverageOrder)} {currency}"
        );
        terminal.Line();
        var offers = terminal.Table("offer", "shown", "taken", "rate");
        foreach (var offer in simulated.Offers)
        {
            offers.AddRow(
                $"{offer.Step}/{offer.Offer}",
                Words.Count(offer.Shown),
                Words.Count(offer.Taken),
                $"{Text(offer.Rate)} %"
            );
        }

        terminal.Write(offers);
        terminal.Line();
        var totals = terminal.Table("so many of the orders", "come to at most");
        foreach (var (percent, total) in simulated.Totals)
        {
            totals.AddRow($"{percent} %", Words.Amount(total, currency));
        }

        terminal.Write(totals);
        terminal.Line();
        var bands = terminal.Table($"from ({currency})", "to below", "orders");
        foreach (var band in simulated.Bands)
        {
            bands.AddRow(band.From.ToText(currency), band.Below.ToText(currency), Words.Count(band.Orders));
        }

        terminal.Write(bands);
    }

    private static object View(Simulated simulated)
    {
        var funnel = simulated.Machine.Definition;
        var currency = funnel.Currency;
        return new
        {
            Funnel = funnel.Id,
            Currency = currency.Code,
            simulated.Seed,
            simulated.Visits,
            simulated.Orders,
            RevenuePerVisit = Text(simulated.RevenuePerVisit),
            AverageOrder = Text(simulated.AverageOrder),
            Offers = simulated.Offers.Select(offer => new
            {
                offer.Step,
                offer.Offer,
                offer.Shown,
                offer.Taken,
                Percent = offer.Rate,
            }),
            Totals = simulated.Totals.Select(one => new { one.Percent, AtMost = one.Total.ToText(currency) }),
            Bands = simulated.Bands.Select(band => new
            {
                From = band.From.ToText(currency),
                Below = band.Below.ToText(currency),
                band.Orders,
            }),
        };
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
