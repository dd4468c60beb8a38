using System.Text;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Events;
using Funnel.Server.Orders;
using Funnel.Server.Storage;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>Histories that no server had.</summary>
internal static class MadeUpHistory
{
    public static readonly KeptOrder Started = Start();

    /// <summary>What the order itself says to each, ten milliseconds after the one before.</summary>
    public static History OneAfterTheOther(params IReadOnlyList<Asked> asked)
    {
        var order = Started;
        List<RecordedCall> calls = [];
        List<StoredEvent> events = [order.Happened(EventTypes.OrderStarted, null, SettableClock.Noon)];
        foreach (var one in asked)
        {
            var done = order.Do(one, SettableClock.Noon);
            calls.Add(new(0, one, At(10 * calls.Count), At(10 * calls.Count + 9), done.Told));
            order = done.After;
            if (done.Happened is { } happened)
            {
                events.Add(happened);
            }
        }

        return new()
        {
            Started = Started,
            Calls = calls,
            Events = events,
            Stored = order.ToStored(),
        };
    }

    public static History AtOnce(this History history) =>
        history with
        {
            Calls = [.. history.Calls.Select(call => call with { Sent = At(0), Heard = At(9) })],
        };

    public static History With(this History history, int index, Func<RecordedCall, RecordedCall> doctor) =>
        history with
        {
            Calls = [.. history.Calls.Select((call, i) => i == index ? doctor(call) : call)],
        };

    public static TimeSpan At(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    private static KeptOrder Start()
    {
        var definition = DefinitionReader.Read(Encoding.UTF8.GetBytes(SmallFunnel.Picnic)).Definition!;
        var machine = FunnelMachine.Compile(definition);
        return new()
        {
            Id = "ord_1",
            Revision = 1,
            Funnel = new(definition.Id, 1, machine),
            TokenHash = [],
            LocaleAsked = true,
            Order = Order.Begin(machine, new() { At = SettableClock.Noon, Locale = "en" }),
        };
    }
}
