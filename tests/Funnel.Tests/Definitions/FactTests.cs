using Funnel.Definitions;
using AskedFact = Funnel.Definitions.Fact;

namespace Funnel.Tests.Definitions;

public sealed class FactTests
{
    [Theory]
    [InlineData("order.subtotal", FactType.Money)]
    [InlineData("order.list", FactType.Money)]
    [InlineData("order.total", FactType.Money)]
    [InlineData("order.lines", FactType.Count)]
    [InlineData("order.accepted", FactType.Count)]
    [InlineData("order.declined", FactType.Count)]
    [InlineData("order.products", FactType.Set)]
    [InlineData("order.categories", FactType.Set)]
    [InlineData("order.tags", FactType.Set)]
    [InlineData("order.offers", FactType.Set)]
    [InlineData("line.cards", FactType.Presence)]
    [InlineData("line.cards-2.quantity", FactType.Quantity)]
    [InlineData("line.cards.list", FactType.Money)]
    [InlineData("line.cards.net", FactType.Money)]
    [InlineData("line.cards.product", FactType.Id)]
    [InlineData("line.cards.option.paper", FactType.Id)]
    [InlineData("offer.price", FactType.Money)]
    [InlineData("offer.share", FactType.Percent)]
    [InlineData("input.company", FactType.Input)]
    [InlineData("customer.ordersPlaced", FactType.Customer)]
    [InlineData("context.locale", FactType.Text)]
    [InlineData("context.country", FactType.Text)]
    [InlineData("context.channel", FactType.Text)]
    [InlineData("context.device", FactType.Text)]
    [InlineData("context.referrer", FactType.Text)]
    [InlineData("date", FactType.Date)]
    [InlineData("weekday", FactType.Weekday)]
    [InlineData("time", FactType.Time)]
    internal void Fact_is_known_by_its_name_and_has_one_type(string name, FactType type) =>
        Assert.Equal(type, AskedFact.Parse(name).Type);

    [Fact]
    public void Names_in_a_fact_are_kept() =>
        Assert.Equal(new AskedFact.LineOption("cards", "paper"), AskedFact.Parse("line.cards.option.paper"));

    [Theory]
    [InlineData("")]
    [InlineData("order")]
    [InlineData("order.")]
    [InlineData("Order.subtotal")]
    [InlineData("order.subtotal.list")]
    [InlineData("line.")]
    [InlineData("line..quantity")]
    [InlineData("line.cards.option.")]
    [InlineData("line.cards.option.paper.silk")]
    [InlineData("customer.")]
    [InlineData("customer.address.city")]
    [InlineData("context.browser")]
    [InlineData(" date")]
    public void Anything_else_is_no_fact(string name)
    {
        Assert.False(AskedFact.TryParse(name, out _));
        Assert.Throws<FormatException>(() => AskedFact.Parse(name));
    }

    [Theory]
    [InlineData(FieldType.Text, FactType.Text)]
    [InlineData(FieldType.Email, FactType.Text)]
    [InlineData(FieldType.Tel, FactType.Text)]
    [InlineData(FieldType.Url, FactType.Text)]
    [InlineData(FieldType.Number, FactType.Number)]
    [InlineData(FieldType.Date, FactType.Date)]
    [InlineData(FieldType.Choice, FactType.Id)]
    [InlineData(FieldType.Checkbox, FactType.Flag)]
    internal void Input_is_of_the_type_that_its_field_takes(FieldType field, FactType type) =>
        Assert.Equal(type, AskedFact.TypeOf(field));
}
