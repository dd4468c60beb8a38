using System.Diagnostics.CodeAnalysis;
using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;
using Funnel.Server.Funnels;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Api;

/// <summary>Takes from a request what an order starts with, as far as it may be believed.</summary>
internal sealed class StartReader(IOptions<CustomersOptions> customers, MerchantKeys merchants)
{
    public const int LongestText = 2_000;
    public const int MostFacts = 100;

    public bool TryRead(
        StartRequest request,
        PublishedFunnel funnel,
        HttpRequest http,
        DateTimeOffset now,
        [NotNullWhen(true)] out Start? start,
        [NotNullWhen(false)] out ProblemResult? problem
    )
    {
        if (request.Customer is { Count: > 0 } && !merchants.Admit(http) && customers.Value.TrustFrontends is not true)
        {
            (start, problem) = (null, Problems.CustomerNotTrusted());
            return false;
        }

        start = Believe(request, funnel.Machine, http, now, out var faults);
        problem = start is null ? Problems.InputsInvalid(faults) : null;
        return problem is null;
    }

    /// <summary>The same of a request that may say anything.</summary>
    /// <returns>Null where something of it is not possible.</returns>
    public static Start? Believe(
        StartRequest request,
        FunnelMachine machine,
        HttpRequest http,
        DateTimeOffset now,
        out IReadOnlyList<Fault> faults
    )
    {
        var inputs = (request.Inputs ?? Empty<Value>.Entries).Where(input => input.Value is not null).ToDictionary();
        faults = [.. Faults(request), .. CanonicalAnswer.Faults(inputs, machine.Inputs)];
        if (faults.Count > 0)
        {
            return null;
        }

        return new()
        {
            At = now,
            Locale = Languages.Choose(machine.Definition, request.Locale, http),
            Country = request.Country?.ToUpperInvariant(),
            Channel = request.Channel,
            Device = request.Device,
            Referrer = request.Referrer,
            Customer = (request.Customer ?? Empty<Value>.Entries).Where(fact => fact.Value is not null).ToDictionary(),
            Inputs = inputs,
        };
    }

    private static IEnumerable<Fault> Faults(StartRequest request)
    {
        if (request.Country is { } country && (country.Length != 2 || !country.All(char.IsAsciiLetter)))
        {
            yield return new("/country", "Give an ISO 3166-1 code of two letters, as in NL.");
        }

        (string Name, string? Text)[] texts =
        [
            ("locale", request.Locale),
            ("channel", request.Channel),
            ("device", request.Device),
            ("referrer", request.Referrer),
        ];
        foreach (var (name, text) in texts)
        {
            if (text?.Length > LongestText)
            {
                yield return new($"/{name}", $"Give at most {LongestText} characters.");
            }
        }

        if (request.Customer?.Count > MostFacts)
        {
            yield return new("/customer", $"Give at most {MostFacts} facts.");
        }
    }
}
