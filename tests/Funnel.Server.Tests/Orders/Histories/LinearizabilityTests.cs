using Funnel.Server.Events;
using Funnel.Server.Tests.Running;
using static Funnel.Server.Tests.Orders.Histories.MadeUpHistory;

namespace Funnel.Server.Tests.Orders.Histories;

public sealed class LinearizabilityTests
{
    private static readonly Asked View = new Asked.View();
    private static readonly Asked NoPlates = new Asked.Answer("plate", """{"decline":true}""");
    private static readonly Asked Complete = new Asked.Complete("5.00");

    [Fact]
    public void Calls_one_after_the_other_are_linearizable()
    {
        var history = OneAfterTheOther(
            Mugs(60),
            View,
            Mugs(60),
            Mugs(7, ifMatch: 1),
            new Asked.Back("mug"),
            Mugs(1, ifMatch: 3),
            new Asked.Back("hamper"),
            new Asked.HandOver(50),
            Mugs(2),
            new Asked.HandOver(50),
            new Asked.HandOver(1),
            Mugs(1),
            Complete,
            NoPlates,
            new Asked.Complete("4.00"),
            Complete,
            Complete,
            new Asked.Cancel(),
            Mugs(2)
        );

        Assert.Null(history.FindFault());
    }

    [Fact]
    public void Calls_at_once_may_come_in_any_order()
    {
        var history = OneAfterTheOther(Mugs(1), View, Mugs(2), Mugs(3), View);

        Assert.Null((history with { Calls = [.. history.Calls.Reverse()] }).AtOnce().FindFault());
    }

    [Fact]
    public void Of_the_same_answers_the_one_sent_first_may_have_made_the_change()
    {
        var history = OneAfterTheOther(Mugs(1), View, Mugs(1));

        // All are told the same. Nobody knew of the change before its maker asked for it, so that is not the last one.
        Assert.Null((history with { Calls = [.. history.Calls.Reverse()] }).FindFault());
    }

    [Fact]
    public void Of_the_same_answers_the_one_that_cannot_have_come_later_made_the_change()
    {
        var history = OneAfterTheOther(Mugs(1, ifMatch: 1), Mugs(1)).AtOnce();

        Assert.Null(history.With(0, call => call with { Sent = At(1) }).FindFault());
    }

    [Fact]
    public void A_lost_change_is_found()
    {
        var history = OneAfterTheOther(Mugs(1));
        var other = new RecordedCall(1, Mugs(2), At(0), At(9), Started.Do(Mugs(2), SettableClock.Noon).Told);

        AssertFault("The change is lost", history with { Calls = [.. history.Calls, other] });
    }

    [Fact]
    public void A_change_made_twice_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), Mugs(2), Mugs(1));

        AssertFault("Nobody was told of making revision 2", history with { Calls = [.. history.Calls.Skip(1)] });
    }

    [Fact]
    public void A_second_completion_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), NoPlates, Complete, Complete);
        var again = history.Events[^1] with { Revision = 5 };
        var told = history.Calls[^1].Told;

        AssertFault(
            "Nobody was told of making revision 5: order.completed",
            (history with { Events = [.. history.Events, again] }).With(
                3,
                call => call with { Told = new(200, 5, told.Body.Replace("\"revision\":4", "\"revision\":5")) }
            )
        );
    }

    [Fact]
    public void A_view_of_what_had_changed_before_it_was_asked_for_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), Mugs(2), View);

        AssertFault("Sent only after the reply", history.With(2, call => call with { Told = history.Calls[0].Told }));
    }

    [Fact]
    public void Changes_in_another_order_than_they_were_asked_for_are_found()
    {
        var history = OneAfterTheOther(Mugs(1), Mugs(2));

        AssertFault(
            "Sent only after the reply",
            history.With(0, call => call with { Sent = At(100), Heard = At(109) })
        );
    }

    [Fact]
    public void A_change_to_another_revision_than_was_asked_for_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), Mugs(2));

        AssertFault(
            "Nobody was told of making revision 3",
            history.With(1, call => call with { Asked = Mugs(2, ifMatch: 1) })
        );
    }

    [Fact]
    public void A_refusal_without_its_reason_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), Mugs(2, ifMatch: 1));

        AssertFault("It should have been", history.With(1, call => call with { Asked = Mugs(2, ifMatch: 2) }));
    }

    [Fact]
    public void A_wrong_amount_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), View);

        foreach (var (call, fault) in new[] { (0, "Nobody was told of making revision 2"), (1, "It should have been") })
        {
            AssertFault(
                fault,
                history.With(
                    call,
                    one => one with { Told = one.Told with { Body = one.Told.Body.Replace("5.00", "6.00") } }
                )
            );
        }
    }

    [Fact]
    public void A_reply_of_no_revision_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), View);

        AssertFault("No revision is stored", history.With(1, call => call with { Told = new(500, null, "") }));
        AssertFault(
            "No revision is stored",
            history.With(1, call => call with { Told = call.Told with { Revision = 3 } })
        );
    }

    [Fact]
    public void What_is_stored_otherwise_is_found()
    {
        var history = OneAfterTheOther(Mugs(1), Mugs(2));
        var (first, second, third) = (history.Events[0], history.Events[1], history.Events[2]);

        AssertFault("The events are of the revisions 1 3", history with { Events = [first, third] });
        AssertFault(
            "Nobody was told of making revision 2",
            history with
            {
                Events = [first, second with { Type = EventTypes.OrderRevised }, third],
            }
        );
        AssertFault(
            "Nobody was told of making revision 2",
            history with
            {
                Events = [first, second with { Body = third.Body }, third],
            }
        );
        AssertFault("What is stored is not what was made", history with { Stored = Started.ToStored() });
    }

    private static void AssertFault(string expected, History history) =>
        Assert.StartsWith(expected, history.FindFault(), StringComparison.Ordinal);

    private static Asked.Answer Mugs(int quantity, long? ifMatch = null) =>
        new("mug", $$"""{"accept":[{"offer":"mug","quantity":{{quantity}}}]}""") { IfMatch = ifMatch };
}
