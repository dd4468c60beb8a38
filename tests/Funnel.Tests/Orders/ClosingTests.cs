using Funnel.Orders;

namespace Funnel.Tests.Orders;

/// <summary>How an order ends: completed with consent, cancelled, or expired.</summary>
public sealed class ClosingTests
{
    private static readonly Shop Shop = Shop.Selling(
        """ "pad": { "name": "Pad", "price": "5" } """,
        """
        { "id": "pad", "kind": "choose", "title": "Pad", "offers": [ { "id": "pad", "add": { "product": "pad", "quantity": "choose" } } ] },
        { "id": "more", "kind": "crossSell", "title": "More", "offers": [ { "id": "pad", "add": { "product": "pad" } } ] }
        """,
        "\"expiresAfter\": \"PT2H\""
    );

    [Fact]
    public void It_is_completed_with_consent_to_its_exact_total()
    {
        var shopper = AtTheEnd();

        Assert.Equal("total-changed /total", shopper.CompleteRefused("14.99"));
        Assert.Equal(OrderStatus.Open, shopper.Order.Status);
        Assert.Equal(OrderStatus.Completed, shopper.Complete("15.00").Order.StatusAt(shopper.Now));
    }

    [Fact]
    public void It_is_never_completed_before_the_end_of_its_walk()
    {
        Assert.Equal("walk-not-finished", Shop.Visit().CompleteRefused("0"));
        Assert.Equal("walk-not-finished", Shop.Visit().Accept("pad").CompleteRefused("5"));
    }

    [Fact]
    public void Completing_again_changes_nothing_however_late()
    {
        var shopper = AtTheEnd().Complete("15.00");
        var order = shopper.Order;

        Assert.Same(order, shopper.Wait(TimeSpan.FromDays(99)).Complete("15.00").Order);
        Assert.Equal("total-changed /total", shopper.CompleteRefused("14.00"));
        Assert.Equal(OrderStatus.Completed, shopper.Order.StatusAt(shopper.Now));
    }

    [Fact]
    public void A_completed_order_does_not_change()
    {
        var shopper = AtTheEnd().Complete("15.00");

        Assert.Equal("order-completed", shopper.AnswerRefused("more", new Answer.Decline()));
        Assert.Equal("order-completed", shopper.BackRefused("more"));
        Assert.Equal("order-completed", shopper.CancelRefused());
        Assert.Empty(shopper.Order.PermittedActions(shopper.Now));
    }

    [Fact]
    public void A_cancelled_order_does_not_change()
    {
        var shopper = AtTheEnd().Cancel();
        var order = shopper.Order;

        Assert.Same(order, shopper.Wait(TimeSpan.FromDays(99)).Cancel().Order);
        Assert.Equal("order-cancelled", shopper.AnswerRefused("more", new Answer.Decline()));
        Assert.Equal("order-cancelled", shopper.BackRefused("more"));
        Assert.Equal("order-cancelled", shopper.CompleteRefused("15.00"));
        Assert.Equal(OrderStatus.Cancelled, shopper.Order.StatusAt(shopper.Now));
    }

    [Fact]
    public void It_expires_when_nobody_touches_it()
    {
        var shopper = Shop.Visit().Wait(TimeSpan.FromMinutes(119)).Accept("pad");

        Assert.Equal(shopper.Now + TimeSpan.FromHours(2), shopper.Order.ExpiresAt);
        Assert.Equal(
            OrderStatus.Open,
            shopper.Order.StatusAt(shopper.Now + TimeSpan.FromHours(2) - TimeSpan.FromTicks(1))
        );

        shopper.Wait(TimeSpan.FromHours(2));
        Assert.Equal(OrderStatus.Expired, shopper.Order.StatusAt(shopper.Now));
        Assert.Equal("order-expired", shopper.AcceptRefused("pad"));
        Assert.Equal("order-expired", shopper.BackRefused("pad"));
        Assert.Equal("order-expired", shopper.CompleteRefused("5"));
        Assert.Equal("order-expired", shopper.CancelRefused());
        Assert.Empty(shopper.Order.PermittedActions(shopper.Now));
    }

    [Fact]
    public void It_is_told_to_be_abandoned_once_and_expired_in_the_end()
    {
        var shopper = Shop.Visit().Accept("pad 2");
        Assert.Equal(shopper.Now + TimeSpan.FromHours(1), shopper.Order.LapsesAt);
        Assert.Null(shopper.Wait(TimeSpan.FromMinutes(59)).Lapse());
        Assert.Equal(OrderChange.Abandoned, shopper.Wait(TimeSpan.FromMinutes(1)).Lapse());
        Assert.Equal(shopper.Now, shopper.Order.AbandonedAt);
        Assert.Null(shopper.Lapse());

        // Its shopper comes back, which gives it new time, and leaves again.
        shopper.Accept("pad");
        Assert.Null(shopper.Wait(TimeSpan.FromMinutes(119)).Lapse());
        Assert.Equal(shopper.Now + TimeSpan.FromMinutes(1), shopper.Order.LapsesAt);
        Assert.Equal(OrderChange.Expired, shopper.Wait(TimeSpan.FromMinutes(1)).Lapse());

        Assert.Equal(OrderStatus.Expired, shopper.Order.Status);
        Assert.Equal("order-expired", shopper.CompleteRefused("15"));
        Assert.Null(shopper.Order.LapsesAt);
        Assert.Null(shopper.Wait(TimeSpan.FromDays(9)).Lapse());
    }

    [Fact]
    public void Being_abandoned_takes_none_of_its_time()
    {
        var shopper = Shop.Visit().Accept("pad");
        var expires = shopper.Order.ExpiresAt;

        shopper.Wait(TimeSpan.FromMinutes(90)).Lapse();

        Assert.Equal(expires, shopper.Order.ExpiresAt);
        Assert.Equal(expires, shopper.Order.LapsesAt);
    }

    [Fact]
    public void A_closed_order_does_not_lapse()
    {
        Assert.Null(AtTheEnd().Complete("15.00").Wait(TimeSpan.FromDays(9)).Lapse());
        Assert.Null(AtTheEnd().Cancel().Wait(TimeSpan.FromDays(9)).Lapse());
    }

    [Fact]
    public void What_changes_nothing_does_not_touch_it()
    {
        var shopper = Shop.Visit().Accept("pad 2");
        var expires = shopper.Order.ExpiresAt;

        shopper.Wait(TimeSpan.FromHours(1)).Change("pad", "pad 2");

        Assert.Equal(expires, shopper.Order.ExpiresAt);
    }

    [Fact]
    public void The_order_says_what_may_be_done()
    {
        var shopper = Shop.Visit();
        Assert.Equal([OrderAction.Answer, OrderAction.Cancel], shopper.Order.PermittedActions(shopper.Now));
        shopper.Accept("pad");
        Assert.Equal(
            [OrderAction.Answer, OrderAction.Back, OrderAction.Cancel],
            shopper.Order.PermittedActions(shopper.Now)
        );
        shopper.Decline();
        Assert.Equal(
            [OrderAction.Complete, OrderAction.Back, OrderAction.Cancel],
            shopper.Order.PermittedActions(shopper.Now)
        );
    }

    [Fact]
    public void A_step_that_is_not_there_or_not_reached_cannot_be_answered()
    {
        Assert.Equal("unknown-step", Shop.Visit().AnswerRefused("nowhere", new Answer.Decline()));
        Assert.Equal("step-not-reached", Shop.Visit().AnswerRefused("more", new Answer.Decline()));
        Assert.Equal("unknown-offer /accept/0/offer", Shop.Visit().AcceptRefused("nothing"));
        Assert.Equal("offer-twice /accept/1", Shop.Visit().AcceptRefused("pad", "pad"));
    }

    private static Shopper AtTheEnd() => Shop.Visit().Accept("pad 2").Accept("pad");
}
