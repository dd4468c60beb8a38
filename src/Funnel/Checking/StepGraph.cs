using System.Collections;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Which step can lead to which: every edge that is written, and the next step of the array where it is the default.</summary>
internal sealed class StepGraph
{
    private readonly List<StepEdge>[] _edges;
    private readonly BitArray[] _leads;

    public StepGraph(IReadOnlyList<StepSite> steps)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            indexes.TryAdd(step.Step.Id, step.Index);
        }

        _edges = [.. steps.Select(step => EdgesOf(step, indexes, steps.Count).ToList())];
        _leads = [.. steps.Select(step => ReachedFrom(step.Index))];
    }

    public IEnumerable<StepEdge> Edges => _edges.SelectMany(edges => edges);

    /// <summary>Whether some walk comes from one step to another; to itself only in a cycle.</summary>
    public bool Leads(int from, int to) => _leads[from][to];

    /// <summary>Whether some walk comes to the step.</summary>
    public bool IsReachable(int step) => step == 0 || Leads(0, step);

    /// <summary>A shortest path between steps of which the first leads to the second, both included.</summary>
    public IReadOnlyList<int> Path(int from, int to)
    {
        if (from == to)
        {
            return [from];
        }

        var cameFrom = Walk(from).ToDictionary(edge => edge.To, edge => edge.From);
        var path = new List<int> { to };
        while (path[^1] != from)
        {
            path.Add(cameFrom[path[^1]]);
        }

        path.Reverse();
        return path;
    }

    private BitArray ReachedFrom(int step)
    {
        var reached = new BitArray(_edges.Length);
        foreach (var edge in Walk(step))
        {
            reached[edge.To] = true;
        }

        return reached;
    }

    /// <summary>For each step that one leads to, the last edge of a shortest path.</summary>
    private IEnumerable<StepEdge> Walk(int from)
    {
        var seen = new BitArray(_edges.Length);
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var step))
        {
            foreach (var edge in _edges[step])
            {
                if (!seen[edge.To])
                {
                    seen[edge.To] = true;
                    queue.Enqueue(edge.To);
                    yield return edge;
                }
            }
        }
    }

    private static IEnumerable<StepEdge> EdgesOf(StepSite site, Dictionary<string, int> indexes, int count)
    {
        foreach (
            var (target, pointer) in site
                .Edges.SelectMany(edge => edge.Cases)
                .Select(site => (site.Case.To, $"{site.Pointer}/to"))
        )
        {
            // A misspelt edge is reported as such; what it was meant to reach is not unreachable as well.
            var meant = indexes.ContainsKey(target) ? target : Suggestion.For(target, indexes.Keys);
            if (meant is not null && target is not Edge.End)
            {
                yield return new(site.Index, indexes[meant], pointer);
            }
        }

        if (FallsThrough(site.Step) && site.Index + 1 < count)
        {
            yield return new(site.Index, site.Index + 1, site.Pointer);
        }
    }

    /// <summary>Whether some exit of the step has neither an edge of its own nor <c>next</c>.</summary>
    private static bool FallsThrough(StepDefinition step) =>
        step.Next is null
        && (step.OnPass is null || step.OnAccept is null || (step.OnDecline is null && Picks.Of(step).Min == 0));
}

/// <summary>That a step may lead to another.</summary>
/// <param name="Pointer">Where the target is written; the step itself for the default.</param>
internal sealed record StepEdge(int From, int To, string Pointer);
