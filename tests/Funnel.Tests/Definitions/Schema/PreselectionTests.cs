using System.Text.RegularExpressions;

namespace Funnel.Tests.Definitions.Schema;

/// <summary>
/// Nothing paid can be preselected (Directive 2011/83/EU, article 22): what is not said by the schema cannot be said in a file, and
/// the schema has no property that would answer in a shopper's place.
/// </summary>
public sealed partial class PreselectionTests(Editor editor) : IClassFixture<Editor>
{
    /// <summary>What a merchant might try.</summary>
    public static TheoryData<string> Attempts =>
        [
            "accepted",
            "added",
            "checked",
            "default",
            "defaultValue",
            "included",
            "initial",
            "optOut",
            "preselected",
            "selected",
            "ticked",
            "value",
        ];

    /// <summary>Where one of these gets a further property, think of article 22 before it is added here.</summary>
    [Fact]
    public void An_offer_a_step_and_a_field_have_nothing_that_answers_for_the_shopper()
    {
        AssertHas("offer", "id title benefit badge image when swap set add price discount multiply ship");
        AssertHas(
            "step",
            "id kind title description when offersWhen pick offers fields selectionDiscounts next onAccept onDecline onPass"
        );
        AssertHas("pick", "min max");
        AssertHas("field", "id required type label help maxLength pattern min max choices");
        AssertHas("input", "type label help maxLength pattern min max choices");
    }

    /// <summary>An order begins empty: beside what is sold and asked, a funnel says nothing that could be in it.</summary>
    [Fact]
    public void A_funnel_puts_nothing_in_an_order() =>
        AssertHas(
            "funnel",
            "$schema id name currency locales timeZone rounding expiresAfter abandonedAfter tax shipping inputs products steps lint"
        );

    /// <summary>
    /// A tax category; the way of delivery that an order has until another is chosen; the choice of an option that is part of an
    /// offer's price from the start, and shown with it before the offer can be accepted.
    /// </summary>
    [Fact]
    public void Only_tax_shipping_and_options_have_a_default() =>
        Assert.Equal(
            ["option", "shipping", "tax"],
            SchemaObject
                .All.Where(one => one.Properties.Keys.Any(name => Preselecting().IsMatch(name)))
                .Select(one => one.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void No_object_may_have_more_than_the_schema_names() =>
        Assert.All(SchemaObject.All, one => Assert.False((bool)one.Schema["additionalProperties"]!));

    [Theory]
    [MemberData(nameof(Attempts))]
    public void An_attempt_is_refused(string property)
    {
        foreach (
            var (pointer, value) in new[]
            {
                ("/steps/0", "[\"pen\"]"),
                ("/steps/0/offers/0", "true"),
                ("/steps/1/fields/0", "true"),
            }
        )
        {
            var file = ShopFile.With($"{pointer}/{property}", value);

            Assert.NotEmpty(editor.Refusals(file));
            Assert.Equal([$"FNL002 {pointer}/{property}"], ShopFile.ProblemsWith($"{pointer}/{property}", value));
        }
    }

    private static void AssertHas(string name, string properties) =>
        Assert.Equal(properties.Split(' ').ToHashSet(), [.. SchemaObject.Of(name).Properties.Keys]);

    [GeneratedRegex(
        "default|select(?!ionDiscounts)|check|tick|initial|preset|accepted|^value$",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Preselecting();
}
