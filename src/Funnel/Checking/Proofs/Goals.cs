using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Pricing;

namespace Funnel.Checking.Proofs;

/// <summary>
/// What beginnings of walks are compared by, beside one another in each state: the total, how many steps with offers came in a
/// row, and what multiplied goods would cost if bought. Each is kept with the beginning that reaches its extreme.
/// </summary>
internal sealed class Goals
{
    public const int LeastTotal = 0;
    public const int MostTotal = 1;
    public const int LongestRun = 2;
    private const int FirstOfBuying = 3;

    private readonly int[] _multipliers;

    public Goals(FunnelMachine machine) =>
        _multipliers = [
            .. machine
                .Definition.Steps.SelectMany(step => step.Offers ?? [])
                .Select(offer => offer.Multiply?.By)
                .OfType<int>()
                .Distinct(),
        ];

    public int Count => FirstOfBuying + 2 * _multipliers.Length;

    /// <summary>The goal of buying so many times the quantities for the least; the next one is for the most.</summary>
    public int LeastBuying(int by) => FirstOfBuying + 2 * Array.IndexOf(_multipliers, by);

    /// <summary>Takes over what is better by a move than what was reached before.</summary>
    public void Reach(Node from, Move move, Node to, Basket after, RunOf run)
    {
        var before = from.Standing!.Basket;
        var isFirst = to.By[LeastTotal] is null;
        Arrow? arrow = null;
        var total = (after.Total - before.Total).Minor;
        Take(LeastTotal, from.Best[LeastTotal] - total);
        Take(MostTotal, from.Best[MostTotal] + total);
        Take(
            LongestRun,
            run switch
            {
                RunOf.OneMore => from.Best[LongestRun] + 1,
                RunOf.Same => from.Best[LongestRun],
                _ => 0,
            }
        );
        for (var i = 0; i < _multipliers.Length; i++)
        {
            var goal = FirstOfBuying + 2 * i;
            var extra = Extra(before, after, _multipliers[i]);
            Take(goal, from.Best[goal] - extra);
            Take(goal + 1, from.Best[goal + 1] + extra);
        }

        void Take(int goal, long value)
        {
            if (isFirst || value > to.Best[goal])
            {
                to.Best[goal] = value;
                to.By[goal] = arrow ??= new(from, move);
            }
        }
    }

    /// <summary>By how much a move changes what it would cost to buy the rest of so many times all multipliable lines.</summary>
    private static long Extra(Basket before, Basket after, int by)
    {
        var extra = 0L;
        if (before.Lines == after.Lines)
        {
            return extra;
        }

        BasketEdit? edit = null;
        for (var i = 0; i < after.Lines.Length; i++)
        {
            var old = i < before.Lines.Length ? before.Lines[i] : null;
            var line = after.Lines[i];
            if (!ReferenceEquals(old, line))
            {
                extra = checked(extra + Extra(line, i, by, edit ??= new(after)));
                if (old is not null)
                {
                    extra = checked(extra - Extra(old, i, by, edit));
                }
            }
        }

        return extra;
    }

    /// <summary>Bought again so often, or in the larger quantity at once where that is sold and cheaper.</summary>
    private static long Extra(Line line, int index, int by, BasketEdit edit)
    {
        var product = line.Product;
        if (!product.Definition.Multipliable || line.Multiplied)
        {
            return 0;
        }

        var again = checked(line.List.Minor * (by - 1));
        return
            checked((long)line.Quantity * by) is <= int.MaxValue and var more
            && product.Definition.Price is not PriceDefinition.Percentage
            && product.Quantities.Sells((int)more)
            && product.ListOf((int)more, line.Choices, edit, index) is { } atOnce
            ? Math.Min(again, (atOnce - line.List).Minor)
            : again;
    }
}

/// <summary>What a move does to the number of steps with offers in a row.</summary>
internal enum RunOf
{
    Same,
    OneMore,
    None,
}
