using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Testing;

/// <summary>Finds what a file of tests speaks of and its funnel does not have, and what tests nothing.</summary>
internal static class TestReferences
{
    public static IEnumerable<Finding> Find(FunnelTests tests, FunnelMachine machine) =>
        [
            .. OfTheFile(tests, machine),
            .. tests.Walks.SelectMany((walk, index) => OfWalk(walk, $"/walks/{index}", machine)),
            .. tests.Properties.SelectMany((property, index) => OfProperty(property, $"/properties/{index}", machine)),
        ];

    private static IEnumerable<Finding> OfTheFile(FunnelTests tests, FunnelMachine machine)
    {
        if (tests.Funnel != machine.Definition.Id)
        {
            yield return new(
                TestCodes.OtherFunnel,
                "/funnel",
                $"These are tests of {Quoted.Value(tests.Funnel)}, and the funnel is {Quoted.Value(machine.Definition.Id)}. Change the one, or test the other."
            );
        }

        if (tests.Walks.Count == 0 && tests.Properties.Count == 0)
        {
            yield return new(
                TestCodes.TestsNothing,
                "",
                "Nothing is tested here. Write a walk in \"walks\", or a property in \"properties\"."
            );
        }
    }

    private static IEnumerable<Finding> OfWalk(TestWalk walk, string pointer, FunnelMachine machine)
    {
        foreach (var fault in walk.Start.Faults($"{pointer}/start", machine))
        {
            yield return fault;
        }

        for (var i = 0; i < walk.Steps.Count; i++)
        {
            foreach (var (step, at) in StepsOf(walk.Steps[i], $"{pointer}/steps/{i}"))
            {
                if (machine.FindState(step) is null)
                {
                    yield return Unknown(
                        TestCodes.UnknownStep,
                        at,
                        "step",
                        step,
                        machine.States.Select(state => state.Id)
                    );
                }
            }
        }
    }

    private static IEnumerable<(string Step, string Pointer)> StepsOf(TestStep step, string pointer)
    {
        var dropped = step switch
        {
            TestStep.ChangeOf change => change.Dropped,
            TestStep.BackTo back => back.Dropped,
            _ => null,
        };
        var of = step switch
        {
            TestStep.AnswerTo => "step",
            TestStep.ChangeOf => "change",
            TestStep.BackTo => "back",
            _ => "declineTo",
        };
        return (dropped ?? [])
            .Select((one, index) => (one, $"{pointer}/dropped/{index}"))
            .Prepend((step.Of, $"{pointer}/{of}"))
            .Where(named => step is not TestStep.DeclineUpTo { DeclineTo: Edge.End });
    }

    private static IEnumerable<Finding> OfProperty(TestProperty property, string pointer, FunnelMachine machine)
    {
        var offers = property switch
        {
            TestProperty.Offered offered => [(offered.Offer, $"{pointer}/offer")],
            TestProperty.NothingLowers { Except: var except } => except.Select(
                (offer, index) => (offer, $"{pointer}/except/{index}")
            ),
            _ => [],
        };
        foreach (var (offer, at) in offers)
        {
            if (FindOffer(machine, offer) is null)
            {
                yield return UnknownOffer(at, offer, machine);
            }
        }

        if (
            property is TestProperty.Offered of
            && of.IsShownOn is not ({ AtLeast: not null } or { AtMost: not null })
            && of.MovesTheTotalBy is not ({ AtLeast: not null } or { AtMost: not null })
        )
        {
            yield return new(
                TestCodes.TestsNothing,
                pointer,
                "Nothing is said of this offer. Add \"isShownOn\" or \"movesTheTotalBy\" with \"atLeast\" or \"atMost\"."
            );
        }

        if (property is TestProperty.Multiplies && !machine.States.SelectMany(Multiplies).Any())
        {
            yield return new(
                TestCodes.TestsNothing,
                $"{pointer}/multiplyAlwaysSaves",
                "No offer of this funnel multiplies. Take this property out."
            );
        }
    }

    /// <param name="name"><c>step/offer</c>.</param>
    public static Offer? FindOffer(FunnelMachine machine, string name) =>
        name.Split('/') is [var step, var offer] ? machine.FindState(step)?.FindOffer(offer) : null;

    private static IEnumerable<Offer> Multiplies(State state) =>
        state.Offers.Where(offer => offer.Definition.Multiply is not null);

    public static Finding UnknownOffer(string pointer, string name, FunnelMachine machine) =>
        Unknown(
            TestCodes.UnknownOffer,
            pointer,
            "offer",
            name,
            machine.States.SelectMany(state => state.Offers.Select(offer => $"{state.Id}/{offer.Id}"))
        );

    private static Finding Unknown(string code, string pointer, string what, string id, IEnumerable<string> known) =>
        new(
            code,
            pointer,
            $"The funnel has no {what} {Quoted.Value(id)}.{Suggestion.Sentence(id, known)} Write one that it has{(what == "offer" ? ", with its step: \"paper/silk\"" : "")}."
        );
}
