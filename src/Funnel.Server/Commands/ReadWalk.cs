using System.Text.Json;
using Funnel.Orders;

namespace Funnel.Server.Commands;

/// <summary>A walk whose answers are read, a line each, so that it can be scripted.</summary>
/// <param name="refused">Is told an answer that the order refuses.</param>
internal sealed class ReadWalk(Terminal terminal, Action<Refusal> refused)
{
    /// <param name="changed">Is told each line, and what it led to.</param>
    /// <returns>The order after the last line; null with the code to end with where one was refused or is none.</returns>
    public async Task<(Order? Order, int ExitCode)> Run(Order order, Action<string, Outcome.Changed>? changed = null)
    {
        while (await terminal.In.ReadLineAsync() is { } json)
        {
            if (json.Length == 0)
            {
                continue;
            }

            try
            {
                switch (WalkLine.Read(json).ApplyTo(order))
                {
                    case Outcome.Changed change:
                        order = change.Order;
                        changed?.Invoke(json, change);
                        break;
                    case Outcome.Refused { Refusal: var refusal }:
                        refused(refusal);
                        return (null, ExitCodes.Found);
                }
            }
            catch (JsonException problem)
            {
                await terminal.Errors.WriteLineAsync($"This line is no answer: {json}\n{problem.Message}");
                return (null, ExitCodes.WrongUse);
            }
        }

        return (order, ExitCodes.Fine);
    }
}
