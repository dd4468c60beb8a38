using System.Text.Json;
using Funnel.Orders;
using Spectre.Console;

namespace Funnel.Server.Commands;

/// <summary>A walk whose answers are read, a line each, so that it can be scripted.</summary>
internal sealed class ReadWalk(WalkText view, Terminal terminal)
{
    private const int LongestLine = 100_000;

    /// <returns>0 once there are no more lines, 1 where an answer is refused, 2 where a line is none.</returns>
    public async Task<int> Run(Order order)
    {
        view.TellStep(order);
        while (await terminal.In.ReadLineAsync() is { } json)
        {
            if (json.Length == 0)
            {
                continue;
            }

            WalkLine line;
            try
            {
                line =
                    json.Length <= LongestLine
                        ? WalkLine.Read(json)
                        : throw new JsonException($"A line has at most {LongestLine} characters.");
            }
            catch (JsonException problem)
            {
                await terminal.Errors.WriteLineAsync($"This line is no answer: {problem.Message}");
                return ExitCodes.WrongUse;
            }

            terminal.Line($"> {json.EscapeMarkup()}");
            switch (Take(order, line))
            {
                case Outcome.Changed changed:
                    order = changed.Order;
                    view.TellDropped(changed.Dropped);
                    view.TellStep(order);
                    break;
                case Outcome.Refused refused:
                    view.TellRefusal(refused.Refusal);
                    return ExitCodes.Found;
            }
        }

        return ExitCodes.Fine;
    }

    private static Outcome Take(Order order, WalkLine line)
    {
        var now = order.Walk.Start.At;
        if (line.Back is { } back)
        {
            return order.Back(back, now);
        }

        // At the end there is no step to answer, and the order says so.
        return order.Answer(line.Step ?? order.Walk.Current?.Id ?? "end", line.Answer!, now);
    }
}
