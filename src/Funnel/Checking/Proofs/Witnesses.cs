using Funnel.Definitions;
using Funnel.Machine;
using Funnel.Orders;

namespace Funnel.Checking.Proofs;

/// <summary>Tells the walk that led to a state of the census.</summary>
internal static class Witnesses
{
    /// <param name="goal">Of the walks that lead there, the one that is best by this.</param>
    public static Witness Of(Node node, int goal, SplitFacts facts)
    {
        var moves = new Stack<Move>();
        for (var at = node; at.By[goal] is { } arrow; at = arrow.From)
        {
            moves.Push(arrow.Move);
        }

        var known = new List<(Fact Fact, Value Value)>();
        var answers = new List<(State, Answer)>();
        var accepted = new List<AcceptedOffer>();
        foreach (var move in moves)
        {
            switch (move)
            {
                case Move.Learn { Case.Value: { } value } learn:
                    known.Add((learn.Fact, value));
                    break;
                case Move.Decline decline:
                    answers.Add((decline.Step, new Answer.Decline()));
                    break;
                case Move.Submit submit:
                    answers.Add((submit.Step, new Answer.Submit(submit.Inputs)));
                    break;
                case Move.Accept accept:
                    accepted.Add(Accepted(accept));
                    if (accept.IsLast)
                    {
                        answers.Add((accept.Step, new Answer.Accept([.. accepted])));
                        accepted.Clear();
                    }

                    break;
            }
        }

        return new(facts.StartOf(known), known.Exists(one => one.Fact is Fact.Date or Fact.Time), answers);
    }

    private static AcceptedOffer Accepted(Move.Accept accept) =>
        new(accept.Offer.Id, accept.Selection.Quantity, accept.Selection.Options ?? Empty<string>.Entries);
}
