using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>A file with problems is read on, so that its structure can be checked in the same go.</summary>
public sealed class StandInTests
{
    [Fact]
    public void An_empty_object_is_an_empty_funnel()
    {
        var funnel = ShopFile.Read("{}").Definition!;

        Assert.Equal("", funnel.Id);
        Assert.Equal("", funnel.Name.In("en"));
        Assert.Empty(funnel.Products);
        Assert.Empty(funnel.Steps);
        Assert.Equal(["en"], funnel.Locales);
        Assert.Equal("UTC", funnel.TimeZone);
        Assert.Equal(TimeSpan.FromDays(7), funnel.ExpiresAfter);
        Assert.Null(funnel.Tax);
    }

    [Fact]
    public void Items_that_cannot_be_read_keep_their_places()
    {
        var steps = ShopFile
            .Read("""{ "steps": [ 7, { "id": "b" }, null, { "id": "d", "offers": ["x", { "id": "o" }] } ] }""")
            .Definition!.Steps;

        Assert.Equal(["", "b", "", "d"], steps.Select(step => step.Id));
        Assert.Equal(["", "o"], steps[3].Offers!.Select(offer => offer.Id));
    }

    [Fact]
    public void Entries_that_cannot_be_read_keep_their_keys()
    {
        var products = ShopFile.Read("""{ "products": { "pen": 7, "Cup": { "price": true } } }""").Definition!.Products;

        Assert.Equal(["pen", "Cup"], products.Keys);
        Assert.All(products.Values, product => Assert.Equal(new PriceDefinition.Flat(Money.Zero), product.Price));
    }

    [Theory]
    [InlineData("""{ "any": [] }""")]
    [InlineData("""{ "all": {} }""")]
    [InlineData("""{ "fact": "date" }""")]
    [InlineData("""{ "is": "mon" }""")]
    [InlineData("""{ "fact": 7, "is": "mon" }""")]
    [InlineData("[]")]
    public void A_condition_that_cannot_be_read_always_holds(string json)
    {
        var when = ShopFile
            .Read(ShopFile.With("/steps/0/when", $$"""{ "all": [ {{json}} ] }"""))
            .Definition!.Steps[0]
            .When;

        var only = Assert.Single(Assert.IsType<Condition.All>(when).Of);
        Assert.Empty(Assert.IsType<Condition.All>(only).Of);
    }

    [Fact]
    public void An_id_of_a_wrong_form_is_still_the_one_that_others_refer_to()
    {
        var step = ShopFile.Read(ShopFile.With("/steps/0/id", "\"Pens!\"")).Definition!.Steps[0];

        Assert.Equal("Pens!", step.Id);
    }

    [Fact]
    public void A_text_that_lacks_a_language_can_be_asked_for_in_each()
    {
        var file = ShopFile.With("/locales", """["en", "nl"]""", ShopFile.With("/name", """{ "en": "Pens" }"""));

        Assert.Equal("Pens", ShopFile.Read(file).Definition!.Name.In("nl"));
    }

    [Fact]
    public void Quantities_that_cannot_be_sold_are_not_said()
    {
        var file = ShopFile.With("/products/pen/quantities", """{ "min": 1, "max": 10, "step": 0 }""");

        Assert.Null(ShopFile.Read(file).Definition!.Products["pen"].Quantities);
    }
}
