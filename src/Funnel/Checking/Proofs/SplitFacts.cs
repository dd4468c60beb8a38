using System.Globalization;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Checking.Proofs;

/// <summary>The facts that a funnel's conditions ask about the world outside the order, each with its cases.</summary>
internal sealed class SplitFacts
{
    // Of one fact's candidates to its conditions: about a second.
    private const int MostAnswers = 10_000_000;

    private static readonly TimeOnly Noon = new(12, 0);
    private static readonly DateOnly AnyDay = new(2027, 6, 1);

    private readonly FunnelMachine _machine;
    private readonly TimeZoneInfo _timeZone;
    private readonly Dictionary<Fact, int> _indexes = [];
    private readonly List<SplitFact> _all = [];
    private readonly Dictionary<Fact, int> _leaves;

    public SplitFacts(FunnelMachine machine)
    {
        _machine = machine;
        _timeZone = TimeZoneInfo.FindSystemTimeZoneById(machine.Definition.TimeZone);
        var leaves = machine
            .Definition.Steps.SelectMany(Asking.Leaves)
            .ToLookup(asked => Split(asked.Fact), asked => asked.Leaf);
        _leaves = leaves
            .Where(asked => asked.Key is not null)
            .ToDictionary(asked => asked.Key!, asked => asked.Count());
        AreTooMany = leaves.Any(asked => asked.Key is Fact.Customer && Candidates.AreTooMany(asked));
        foreach (var fact in leaves.Select(asked => asked.Key).OfType<Fact>().TakeWhile(_ => !AreTooMany))
        {
            Add(fact, [.. leaves[fact]]);
        }

        // Rates differ by country, and on top of prices they are part of what is to be paid.
        var country = new Fact.Context(ContextValue.Country);
        if (machine.Definition.Tax is { Included: false } && !_indexes.ContainsKey(country))
        {
            Add(country, []);
        }

        TaxedCountry = machine.Definition.Tax is { Included: false } ? _indexes[country] : null;
    }

    /// <summary>Whether some fact has more cases than can be told apart.</summary>
    public bool AreTooMany { get; private set; }

    /// <summary>In how many ways conditions can at most answer by each fact: every leaf by itself.</summary>
    public IReadOnlyDictionary<Fact, int> Leaves => _leaves;

    /// <summary>The country, where it is part of what is to be paid.</summary>
    public int? TaxedCountry { get; }

    public IReadOnlyList<SplitFact> All => _all;

    /// <summary>Which of them it is; null where no condition asks it, or it is of the order.</summary>
    public int? IndexOf(Fact fact) =>
        Split(fact) is { } split && _indexes.TryGetValue(split, out var index) ? index : null;

    /// <summary>What is known where each fact is of one case.</summary>
    /// <param name="cases">By fact; negative where it does not matter.</param>
    public Start StartOf(IReadOnlyList<int> cases) =>
        StartOf(
            cases
                .Select((one, index) => one < 0 ? (_all[index].Fact, null) : (_all[index].Fact, _all[index].Cases[one]))
                .Where(known => known.Item2 is not null)!
        );

    /// <summary>What is known at the start.</summary>
    public Start StartOf(IEnumerable<(Fact Fact, Value Value)> known)
    {
        var customer = new Dictionary<string, Value>();
        var inputs = new Dictionary<string, Value>();
        var start = new Start
        {
            At = default,
            Locale = _machine.Definition.Locales[0],
            Customer = customer,
            Inputs = inputs,
        };
        var (day, time) = (AnyDay, Noon);
        foreach (var (fact, value) in known)
        {
            switch (fact)
            {
                case Fact.Customer of:
                    customer[of.Name] = value;
                    break;
                case Fact.Input of:
                    inputs[of.Name] = value;
                    break;
                case Fact.Context of:
                    start = With(start, of.Value, ((Value.Text)value).Content);
                    break;
                case Fact.Date:
                    day = DateOnly.ParseExact(value.ToString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                    break;
                default:
                    time = TimeOnly.ParseExact(value.ToString()!, "HH:mm", CultureInfo.InvariantCulture);
                    break;
            }
        }

        return start with
        {
            At = MomentOf(day, time),
        };
    }

    private static Start With(Start start, ContextValue of, string text) =>
        of switch
        {
            ContextValue.Locale => start with { Locale = text },
            ContextValue.Country => start with { Country = text },
            ContextValue.Channel => start with { Channel = text },
            ContextValue.Device => start with { Device = text },
            _ => start with { Referrer = text },
        };

    /// <summary>The fact that it is split by; null where it is of the order.</summary>
    private static Fact? Split(Fact fact) =>
        fact switch
        {
            Fact.Customer or Fact.Context or Fact.Input or Fact.Time => fact,
            Fact.Date or Fact.Weekday => new Fact.Date(),
            _ => null,
        };

    private DateTimeOffset MomentOf(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);

        // An hour that the clocks leave out is the one after it.
        local = _timeZone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new(local, _timeZone.GetUtcOffset(local));
    }

    private void Add(Fact fact, IReadOnlyList<Condition.Leaf> leaves)
    {
        var index = _all.Count;
        _indexes.Add(fact, index);

        // One value stands for all that every leaf answers alike.
        var guards = new GuardCompiler(_machine.Definition, new Pricing.LineNames([]));
        Guard[] asked = [.. leaves.Select(leaf => guards.Compile(leaf)!)];
        var cases = new List<Value?>();
        var answers = new Dictionary<string, int>();
        var atStart = new Dictionary<int, FactCase>();
        var inForm = new Dictionary<(InputField Field, int Case), FactCase>();
        _all.Add(new(fact, [], [], inForm.ToLookup(one => one.Key.Field, one => one.Value)));
        var answered = 0L;
        foreach (var (value, field) in Candidates.Of(fact, leaves, _machine))
        {
            answered += leaves.Count;
            if (answered > MostAnswers)
            {
                AreTooMany = true;
                break;
            }

            _all[index] = _all[index] with { Cases = [value] };
            var answer = AnswerOf(index, asked);
            if (answers.TryAdd(answer, cases.Count))
            {
                cases.Add(value);
            }

            var one = new FactCase(answers[answer], value);
            if (field is null)
            {
                atStart.TryAdd(one.Index, one);
            }
            else
            {
                inForm.TryAdd((field, one.Index), one);
            }
        }

        _all[index] = new(fact, cases, [.. atStart.Values], inForm.ToLookup(one => one.Key.Field, one => one.Value));
    }

    private string AnswerOf(int index, Guard[] guards)
    {
        var cases = new int[index + 1];
        Array.Fill(cases, -1);
        cases[index] = 0;
        var start = StartOf(cases);
        var terms = _machine.TermsFor(start.Country);
        var facts = _machine.FactsOf(start, new(terms), Tally.Empty, start.At);
        var answer = new char[guards.Length];
        for (var i = 0; i < guards.Length; i++)
        {
            answer[i] = guards[i].Holds(facts) ? '1' : '0';
        }

        var rates = _all[index].Fact is Fact.Context { Value: ContextValue.Country } ? terms.RatesInWords : "";
        return new string(answer) + rates;
    }
}
