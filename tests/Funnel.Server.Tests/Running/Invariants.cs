using System.Globalization;
using System.Text.Json;

namespace Funnel.Server.Tests.Running;

/// <summary>What is true of every view of every order.</summary>
internal static class Invariants
{
    private static readonly string[] Amounts = ["subtotal", "shipping", "total"];

    public static void Hold(Reply reply)
    {
        var order = reply.Json;
        Assert.Equal($"\"{reply.Revision}\"", reply.ETag);
        TheLedgerSumsToTheTotals(order);
        TheLinesSumToTheSubtotal(order);
        TheProgressTellsOfEveryStep(order);
        TheActionsAreThoseOfTheState(order);
    }

    private static void TheLedgerSumsToTheTotals(JsonElement order)
    {
        var ledger = order.GetProperty("ledger").EnumerateArray().ToArray();
        foreach (var amount in Amounts)
        {
            Assert.Equal(order.AmountAt($"/totals/{amount}"), ledger.Sum(entry => entry.AmountAt($"/{amount}")));
        }

        var taxes = order.At("/totals/tax").EnumerateArray().ToArray();
        var tax = taxes.Sum(group => group.AmountAt("/amount"));
        Assert.Equal(tax, ledger.Sum(entry => entry.AmountAt("/tax")));

        var net = order.AmountAt("/totals/subtotal") + order.AmountAt("/totals/shipping");
        var included = order.At("/totals/taxIncluded").GetBoolean();
        Assert.Equal(order.AmountAt("/totals/total"), included ? net : net + tax);
        if (taxes.Length > 0)
        {
            Assert.Equal(included ? net - tax : net, taxes.Sum(group => group.AmountAt("/base")));
        }
    }

    private static void TheLinesSumToTheSubtotal(JsonElement order)
    {
        var lines = order.GetProperty("lines").EnumerateArray().ToArray();
        Assert.Equal(order.AmountAt("/totals/list"), lines.Sum(line => line.AmountAt("/list")));
        Assert.Equal(order.AmountAt("/totals/subtotal"), lines.Sum(line => line.AmountAt("/net")));
        Assert.All(
            lines,
            line =>
            {
                var adjustments = line.GetProperty("adjustments")
                    .EnumerateArray()
                    .Sum(adjustment => adjustment.AmountAt("/amount"));
                Assert.Equal(line.AmountAt("/net"), line.AmountAt("/list") + adjustments);
                Assert.True(line.AmountAt("/net") >= 0, line.ToString());
            }
        );
        Assert.Distinct(lines.Select(line => line.TextAt("/id")));
    }

    private static void TheProgressTellsOfEveryStep(JsonElement order)
    {
        var progress = order.GetProperty("progress");
        var steps = progress.GetProperty("steps").EnumerateArray().ToArray();
        string?[] answered =
        [
            .. steps.Where(step => step.TextAt("/state") == "answered").Select(step => step.TextAt("/id")),
        ];
        Assert.Equal(
            answered.Order(StringComparer.Ordinal),
            order.GetProperty("ledger").Values("step").Order(StringComparer.Ordinal)
        );
        Assert.Equal(answered.Length, progress.GetProperty("answered").GetInt32());
        Assert.InRange(progress.GetProperty("atMost").GetInt32(), answered.Length, steps.Length);

        string?[] current =
        [
            .. steps.Where(step => step.TextAt("/state") == "current").Select(step => step.TextAt("/id")),
        ];
        if (order.TextAt("/status") == "open")
        {
            Assert.Equal(order.TextAt("/step/id") is { } id ? [id] : [], current);
        }
    }

    private static void TheActionsAreThoseOfTheState(JsonElement order)
    {
        string[] actions = [.. order.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)];
        List<string> expected = [];
        if (order.TextAt("/status") == "open")
        {
            expected.Add(order.GetProperty("step").ValueKind is JsonValueKind.Null ? "complete" : "answer");
            if (order.At("/progress/answered").GetInt32() > 0)
            {
                expected.Add("back");
            }

            expected.Add("cancel");
        }

        Assert.Equal(expected, actions);
    }
}

/// <summary>What is true of every problem, whatever went wrong.</summary>
internal static class Problem
{
    public static void IsWellFormed(Reply reply)
    {
        var shown = $"{(int)reply.Status} {reply.ContentType} {Short(reply.Body)}";
        Assert.True((int)reply.Status is >= 400 and < 500, shown);
        Assert.True(reply.ContentType == "application/problem+json", shown);
        Assert.Matches("^urn:funnel:[a-z]+(-[a-z]+)*$", reply.ProblemType);
        Assert.False(string.IsNullOrWhiteSpace(reply.TextAt("/title")), shown);
        Assert.False(string.IsNullOrWhiteSpace(reply.TextAt("/detail")), shown);
        Assert.Equal(
            ((int)reply.Status).ToString(CultureInfo.InvariantCulture),
            reply.Json.GetProperty("status").ToString()
        );
        Assert.All(reply.Pointers, pointer => Assert.Matches("^(/([^~/]|~0|~1)*)*$", pointer));
        // Names of types and traces of calls are of no use to a caller, and of some to an attacker.
        Assert.DoesNotContain("Funnel.", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Request ", reply.TextAt("/detail"), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reply.Body, StringComparison.Ordinal);
    }

    private static string Short(string text) => text.Length > 2000 ? text[..2000] : text;
}
