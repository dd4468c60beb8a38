using System.Diagnostics.CodeAnalysis;

namespace Funnel.Definitions;

/// <summary>What a leaf of a condition asks about, parsed from the name that it is written by.</summary>
internal abstract record Fact
{
    private Fact() { }

    /// <summary>What kind of value it is, which decides the tests and operands that fit it.</summary>
    public abstract FactType Type { get; }

    /// <exception cref="FormatException">No fact is written so; the check of a funnel reports that before anything runs.</exception>
    public static Fact Parse(string name) =>
        TryParse(name, out var fact) ? fact : throw new FormatException($"There is no fact \"{name}\".");

    /// <summary>Whether something is written so; whether the line, option or input exists is another question.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out Fact? fact)
    {
        fact = name.Split('.') switch
        {
            ["order", "subtotal"] => new OrderAmount(OrderSum.Subtotal),
            ["order", "list"] => new OrderAmount(OrderSum.List),
            ["order", "total"] => new OrderAmount(OrderSum.Total),
            ["order", "lines"] => new OrderCount(Counted.Lines),
            ["order", "accepted"] => new OrderCount(Counted.AcceptedOffers),
            ["order", "declined"] => new OrderCount(Counted.DeclinedSteps),
            ["order", "products"] => new OrderSet(IdSet.Products),
            ["order", "categories"] => new OrderSet(IdSet.Categories),
            ["order", "tags"] => new OrderSet(IdSet.Tags),
            ["order", "offers"] => new OrderSet(IdSet.Offers),
            ["line", { Length: > 0 } line] => new Line(line),
            ["line", { Length: > 0 } line, "quantity"] => new LineQuantity(line),
            ["line", { Length: > 0 } line, "list"] => new LineAmount(line, LineSum.List),
            ["line", { Length: > 0 } line, "net"] => new LineAmount(line, LineSum.Net),
            ["line", { Length: > 0 } line, "product"] => new LineProduct(line),
            ["line", { Length: > 0 } line, "option", { Length: > 0 } option] => new LineOption(line, option),
            ["offer", "price"] => new OfferPrice(),
            ["offer", "share"] => new OfferShare(),
            ["input", { Length: > 0 } input] => new Input(input),
            ["customer", { Length: > 0 } property] => new Customer(property),
            ["context", "locale"] => new Context(ContextValue.Locale),
            ["context", "country"] => new Context(ContextValue.Country),
            ["context", "channel"] => new Context(ContextValue.Channel),
            ["context", "device"] => new Context(ContextValue.Device),
            ["context", "referrer"] => new Context(ContextValue.Referrer),
            ["date"] => new Date(),
            ["weekday"] => new Weekday(),
            ["time"] => new Time(),
            _ => null,
        };
        return fact is not null;
    }

    /// <summary>What kind of value an input of a type is.</summary>
    public static FactType TypeOf(FieldType type) =>
        type switch
        {
            FieldType.Number => FactType.Number,
            FieldType.Date => FactType.Date,
            FieldType.Checkbox => FactType.Flag,
            FieldType.Choice => FactType.Id,
            _ => FactType.Text,
        };

    /// <summary><c>order.subtotal</c>, <c>order.list</c>, <c>order.total</c>.</summary>
    public sealed record OrderAmount(OrderSum Sum) : Fact
    {
        public override FactType Type => FactType.Money;
    }

    /// <summary><c>order.lines</c>, <c>order.accepted</c>, <c>order.declined</c>.</summary>
    public sealed record OrderCount(Counted Of) : Fact
    {
        public override FactType Type => FactType.Count;
    }

    /// <summary><c>order.products</c>, <c>order.categories</c>, <c>order.tags</c>, <c>order.offers</c>.</summary>
    public sealed record OrderSet(IdSet Of) : Fact
    {
        public override FactType Type => FactType.Set;
    }

    /// <summary><c>line.cards</c>: whether the line is there.</summary>
    public sealed record Line(string Name) : Fact
    {
        public override FactType Type => FactType.Presence;
    }

    /// <summary><c>line.cards.quantity</c>.</summary>
    public sealed record LineQuantity(string Name) : Fact
    {
        public override FactType Type => FactType.Quantity;
    }

    /// <summary><c>line.cards.list</c>, <c>line.cards.net</c>.</summary>
    public sealed record LineAmount(string Name, LineSum Sum) : Fact
    {
        public override FactType Type => FactType.Money;
    }

    /// <summary><c>line.cards.product</c>.</summary>
    public sealed record LineProduct(string Name) : Fact
    {
        public override FactType Type => FactType.Id;
    }

    /// <summary><c>line.cards.option.paper</c>: the id of the chosen one.</summary>
    public sealed record LineOption(string Name, string Option) : Fact
    {
        public override FactType Type => FactType.Id;
    }

    /// <summary><c>offer.price</c>: what the offer, with its default choices, would add to the subtotal.</summary>
    public sealed record OfferPrice : Fact
    {
        public override FactType Type => FactType.Money;
    }

    /// <summary><c>offer.share</c>: that, as a percentage of the order's list; absent while the list is 0.</summary>
    public sealed record OfferShare : Fact
    {
        public override FactType Type => FactType.Percent;
    }

    /// <summary><c>input.company</c>.</summary>
    public sealed record Input(string Name) : Fact
    {
        public override FactType Type => FactType.Input;
    }

    /// <summary><c>customer.segment</c>.</summary>
    public sealed record Customer(string Name) : Fact
    {
        public override FactType Type => FactType.Customer;
    }

    /// <summary><c>context.locale</c> and its like.</summary>
    public sealed record Context(ContextValue Value) : Fact
    {
        public override FactType Type => FactType.Text;
    }

    /// <summary><c>date</c>, in the funnel's time zone.</summary>
    public sealed record Date : Fact
    {
        public override FactType Type => FactType.Date;
    }

    /// <summary><c>weekday</c>, in the funnel's time zone.</summary>
    public sealed record Weekday : Fact
    {
        public override FactType Type => FactType.Weekday;
    }

    /// <summary><c>time</c>, in the funnel's time zone.</summary>
    public sealed record Time : Fact
    {
        public override FactType Type => FactType.Time;
    }
}

/// <summary>What kind of value a fact is.</summary>
internal enum FactType
{
    Money,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>A whole number from 1.</summary>
    Quantity,

    /// <summary>Any decimal number: a share may be beyond what a written percentage may.</summary>
    Percent,

    /// <summary>Any decimal number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A set of ids.</summary>
    Set,

    /// <summary>There, or not.</summary>
    Presence,

    /// <summary>The id of a product, or of a choice of an option or input.</summary>
    Id,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>What the funnel declares for the input of that name, see <see cref="Fact.TypeOf"/>.</summary>
    Input,

    /// <summary>A text, number, boolean or list of texts, known only at run time.</summary>
    Customer,

    /// <summary><c>yyyy-MM-dd</c>, see <see cref="CalendarText"/>.</summary>
    Date,

    /// <summary><c>mon</c> to <c>sun</c>.</summary>
    Weekday,

    /// <summary><c>HH:mm</c>.</summary>
    Time,
}

internal enum OrderSum
{
    Subtotal,
    List,
    Total,
}

internal enum LineSum
{
    List,
    Net,
}

internal enum Counted
{
    Lines,
    AcceptedOffers,
    DeclinedSteps,
}

internal enum IdSet
{
    Products,
    Categories,
    Tags,

    /// <summary>An accepted offer is <c>step/offer</c>.</summary>
    Offers,
}

internal enum ContextValue
{
    Locale,
    Country,
    Channel,
    Device,
    Referrer,
}
