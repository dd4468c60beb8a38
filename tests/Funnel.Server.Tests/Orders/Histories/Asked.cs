using System.Text.Json;
using Funnel.Definitions;
using Funnel.Orders;
using Funnel.Server.Api;
using Funnel.Server.Tests.Running;

namespace Funnel.Server.Tests.Orders.Histories;

/// <summary>Something that is asked of an order: the call that asks it, and what the order itself does.</summary>
internal abstract record Asked
{
    private Asked() { }

    /// <summary>The one revision to do it at; null for any. Not of a view.</summary>
    public long? IfMatch { get; init; }

    /// <summary>The step in its address.</summary>
    public virtual string? Step => null;

    private (string, string)[] Headers => IfMatch is { } revision ? [("If-Match", Revisions.ETag(revision))] : [];

    public abstract Task<Reply> SendTo(OrderClient order);

    public abstract Outcome DoTo(Order order, DateTimeOffset at);

    public sealed record View : Asked
    {
        public override Task<Reply> SendTo(OrderClient order) => order.View();

        public override Outcome DoTo(Order order, DateTimeOffset at) => new Outcome.Unchanged(order);
    }

    public sealed record Answer(string To, string Body) : Asked
    {
        public override string Step => To;

        public override Task<Reply> SendTo(OrderClient order) => order.Answer(To, Body, Headers);

        public override Outcome DoTo(Order order, DateTimeOffset at)
        {
            var request = JsonSerializer.Deserialize(Body, ApiJson.Default.AnswerRequest)!;
            Assert.True(request.TryRead(out var answer, out _), Body);
            return order.Answer(To, answer!, at);
        }
    }

    public sealed record Back(string To) : Asked
    {
        public override string Step => To;

        public override Task<Reply> SendTo(OrderClient order) => order.Back(To, Headers);

        public override Outcome DoTo(Order order, DateTimeOffset at) => order.Back(To, at);
    }

    public sealed record HandOver(int People) : Asked
    {
        public override Task<Reply> SendTo(OrderClient order) => order.ChangeInputs(new { people = People }, Headers);

        public override Outcome DoTo(Order order, DateTimeOffset at) =>
            order.ChangeInputs(new Dictionary<string, Value> { ["people"] = new Value.Number(People) }, at);
    }

    public sealed record Complete(string Total) : Asked
    {
        public override Task<Reply> SendTo(OrderClient order) => order.Complete(Total, Headers);

        public override Outcome DoTo(Order order, DateTimeOffset at)
        {
            Assert.True(MoneyText.TryRead(Total, order.Walk.Machine.Definition.Currency, out var total), Total);
            return order.Complete(total, at);
        }
    }

    public sealed record Cancel : Asked
    {
        public override Task<Reply> SendTo(OrderClient order) => order.Cancel(Headers);

        public override Outcome DoTo(Order order, DateTimeOffset at) => order.Cancel(at);
    }
}
