using System.ComponentModel;
using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Testing.Notations;

namespace Funnel.Testing;

/// <summary>What is known when the order starts.</summary>
public record ShopperStart
{
    [Description("The moment; absent: noon on Monday, 15 June 2026.")]
    public LocalMoment? At { get; init; }

    [Description("One of the funnel's languages; absent: its first.")]
    [Locale]
    public string? Locale { get; init; }

    [Description("ISO 3166-1 alpha-2.")]
    public string? Country { get; init; }

    [Description("Where they come in: web, shop, …")]
    public string? Channel { get; init; }

    [Description("What they hold: phone, desktop, …")]
    public string? Device { get; init; }

    [Description("What sent them.")]
    public string? Referrer { get; init; }

    [Description("What the shop knows of the customer.")]
    [WrittenAs(typeof(CustomerNotation))]
    public IReadOnlyDictionary<string, Value> Customer { get; init; } = Empty<Value>.Entries;

    [Description("Inputs that are handed over.")]
    [WrittenAs(typeof(InputsNotation))]
    public IReadOnlyDictionary<string, Value> Inputs { get; init; } = Empty<Value>.Entries;

    /// <summary>When it is.</summary>
    internal DateTimeOffset Moment(FunnelMachine machine) =>
        (At ?? LocalMoment.Usual).In(TimeZoneInfo.FindSystemTimeZoneById(machine.Definition.TimeZone));

    /// <summary>The start of an order.</summary>
    internal Start For(FunnelMachine machine) =>
        new()
        {
            At = Moment(machine),
            Locale = Locale ?? machine.Definition.Locales[0],
            Country = Country,
            Channel = Channel,
            Device = Device,
            Referrer = Referrer,
            Customer = Customer,
            Inputs = Inputs,
        };

    /// <summary>Why no order can start so.</summary>
    /// <param name="pointer">Where it is written.</param>
    internal IEnumerable<Finding> Faults(string pointer, FunnelMachine machine)
    {
        if (Locale is not null && !machine.Definition.Locales.Contains(Locale))
        {
            yield return new(
                TestCodes.StartNotPossible,
                $"{pointer}/locale",
                $"The funnel does not speak {Quoted.Value(Locale)}. It speaks {Quoted.List(machine.Definition.Locales, "and")}."
            );
        }

        if (Country is not null && (Country.Length != 2 || !Country.All(char.IsAsciiLetterUpper)))
        {
            yield return new(
                TestCodes.StartNotPossible,
                $"{pointer}/country",
                $"{Quoted.Value(Country)} is not a country. Write two capitals (ISO 3166-1) such as \"NL\"."
            );
        }

        foreach (var fault in CanonicalAnswer.Faults(Inputs, machine.Inputs))
        {
            yield return new(TestCodes.StartNotPossible, pointer + fault.Pointer, fault.Message);
        }
    }
}
