using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>What each kind of value may say. Where two values are given, the second is how the first is written back.</summary>
public sealed class ValueTests
{
    private const string Price = "/shipping/methods/post/price";
    private const string Product = "/products/pen";
    private const string Field = "/steps/1/fields/0";
    private const string Rate = "/tax/rates/standard/NL";

    [Theory]
    [InlineData("/id", "\"pen-shop-2\"")]
    [InlineData("/id", "\"0\"")]
    [InlineData(Price, "\"12.50\"")]
    [InlineData(Price, "\"12.5\"", "\"12.50\"")]
    [InlineData(Price, "12.5", "\"12.50\"")]
    [InlineData(Price, "12", "\"12.00\"")]
    [InlineData(Price, "0", "\"0.00\"")]
    [InlineData(Price, "\"999999999999999.99\"")]
    [InlineData(Rate, "0")]
    [InlineData(Rate, "1000")]
    [InlineData(Rate, "12.5000", "12.5")]
    [InlineData("/expiresAfter", "\"PT48H\"", "\"P2D\"")]
    [InlineData("/expiresAfter", "\"P1W2DT3H4M5S\"", "\"P9DT3H4M5S\"")]
    [InlineData("/expiresAfter", "\"P366D\"")]
    [InlineData("/expiresAfter", "\"PT1S\"")]
    [InlineData("/expiresAfter", "\"P7D\"", "")]
    [InlineData("/timeZone", "\"Europe/Amsterdam\"")]
    [InlineData("/timeZone", "\"America/Argentina/Buenos_Aires\"")]
    [InlineData("/timeZone", "\"Etc/GMT+2\"")]
    [InlineData("/timeZone", "\"UTC\"", "")]
    [InlineData("/rounding", "\"halfEven\"")]
    [InlineData("/rounding", "\"halfUp\"", "")]
    [InlineData("/locales", "[\"nl\", \"nl-BE\"]", "[\"nl\",\"nl-BE\"]")]
    [InlineData("/locales", "[\"en\"]", "")]
    [InlineData("/name", "{ \"en\": \"Pens\" }", "{\"en\":\"Pens\"}")]
    [InlineData("/lint", """{"FNL105":{"level":"off","because":"It is a gift."}}""")]
    [InlineData($"{Product}/quantities", "[1,5,10]")]
    [InlineData($"{Product}/quantities", """{"min":5,"max":50,"step":5}""")]
    [InlineData($"{Product}/quantities", """{"min":5,"max":50,"step":1}""", """{"min":5,"max":50}""")]
    [InlineData($"{Product}/price", "\"0.123456\"")]
    [InlineData($"{Product}/price", "0.1", "\"0.10\"")]
    [InlineData($"{Product}/price", "\"0.1230\"", "\"0.123\"")]
    [InlineData($"{Product}/price", """{"each":"0.5"}""", "\"0.50\"")]
    [InlineData($"{Product}/price", """{"flat":"4.99"}""")]
    [InlineData(
        $"{Product}/price",
        """{"byQuantity":{"250":"22.95","100":12.95}}""",
        """{"byQuantity":{"100":"12.95","250":"22.95"}}"""
    )]
    [InlineData($"{Product}/price", """{"tiers":[{"from":1,"each":"0.50"},{"from":50,"each":"0.40"}]}""")]
    [InlineData($"{Product}/price", """{"tiers":[{"from":1,"each":"0.50"}],"graduated":true}""")]
    [InlineData($"{Product}/price", """{"percent":8,"of":"line:phone","atLeast":"1.00","atMost":"25.00"}""")]
    [InlineData($"{Product}/price", """{"percent":8.5,"of":"order"}""")]
    [InlineData($"{Product}/options/ink/choices/blue/price", """{"percent":8,"of":"line"}""")]
    [InlineData($"{Product}/options/ink/choices/blue/requires", """{"nib":["fine","broad"]}""")]
    [InlineData($"{Product}/shipped", "false")]
    [InlineData($"{Product}/shipped", "true", "")]
    [InlineData($"{Product}/tags", "[\"a\",\"b\"]")]
    [InlineData($"{Field}/pattern", "\"[A-Z]{2}\\\\d+\"")]
    [InlineData($"{Field}/maxLength", "10000")]
    [InlineData($"{Field}/min", "-1.50", "-1.5")]
    [InlineData($"{Field}/max", "1234567890123456789012345678")]
    [InlineData($"{Field}/choices", """{"choose":"Let me choose"}""")]
    [InlineData("/steps/0/next", "\"words\"")]
    [InlineData("/steps/0/next", "[{\"to\":\"end\"}]", "\"end\"")]
    [InlineData("/steps/0/next", """[{"when":{"fact":"weekday","is":"sun"},"to":"end"},{"to":"words"}]""")]
    [InlineData("/steps/0/pick", """{"min":0,"max":1}""")]
    [InlineData("/steps/0/selectionDiscounts", """[{"atLeast":2,"percentOff":5}]""")]
    [InlineData("/steps/0/offers/0/add", """[{"product":"pen"}]""", """{"product":"pen"}""")]
    [InlineData(
        "/steps/0/offers/0/add",
        """[{"product":"pen"},{"product":"pen","quantity":"choose","options":{"ink":"choose"},"as":"p","for":"pen"}]"""
    )]
    [InlineData("/steps/0/offers/0/set", """{"line":"pen","options":{"ink":"blue"},"quantity":5}""")]
    [InlineData("/steps/0/offers/0/swap", """{"line":"pen","product":"pen"}""")]
    [InlineData("/steps/0/offers/0/price", """{"flat":"0.50"}""")]
    [InlineData("/steps/0/offers/0/price", """{"percentOff":15}""")]
    [InlineData("/steps/0/offers/0/discount", """{"amountOff":"0.50","on":"category:pens","label":"Pens"}""")]
    [InlineData("/steps/0/offers/0/discount", """{"percentOff":5,"on":"order"}""")]
    [InlineData("/steps/0/offers/0/discount", """{"percentOff":5,"on":"added"}""")]
    [InlineData("/steps/0/offers/0/discount", """{"percentOff":5,"on":"line:pen"}""")]
    [InlineData("/steps/0/offers/0/multiply", """{"by":2,"percent":40,"of":"net"}""")]
    [InlineData("/steps/0/offers/0/multiply", """{"by":2,"percent":40,"of":"list"}""", """{"by":2,"percent":40}""")]
    [InlineData("/steps/0/offers/0/ship", "\"post\"")]
    public void A_value_of_its_format_is_read_and_written_back(string pointer, string json, string? written = null) =>
        Assert.Equal(written ?? json, ShopFile.RoundTrip(pointer, json));

    [Theory]
    [InlineData("""{"fact":"order.subtotal","atLeast":"40.00"}""")]
    [InlineData("""{"fact":"order.subtotal","atMost":40}""")]
    [InlineData("""{"fact":"order.subtotal","moreThan":0.5}""")]
    [InlineData("""{"fact":"order.subtotal","lessThan":-1}""")]
    [InlineData("""{"fact":"customer.vip","is":true}""")]
    [InlineData("""{"fact":"customer.segment","isNot":"gold"}""")]
    [InlineData("""{"fact":"context.country","in":["NL","BE"]}""")]
    [InlineData("""{"fact":"customer.score","notIn":[1,2.5,"none",false]}""")]
    [InlineData("""{"fact":"order.products","contains":"pen"}""")]
    [InlineData("""{"fact":"line.pen","exists":false}""")]
    [InlineData("""{"fact":"date","season":{"from":"11-01","to":"02-29"}}""")]
    [InlineData("""{"all":[{"fact":"weekday","is":"mon"}]}""")]
    [InlineData("""{"any":[{"not":{"fact":"weekday","is":"mon"}},{"fact":"time","atLeast":"14:30"}]}""")]
    public void Every_form_of_a_condition_is_read_and_written_back(string json) =>
        Assert.Equal(json, ShopFile.RoundTrip("/steps/0/when", json));

    [Theory]
    // ids
    [InlineData("/id", "\"\"", "FNL006")]
    [InlineData("/id", "\"-pen\"", "FNL006")]
    [InlineData("/id", "\"Pen\"", "FNL006")]
    [InlineData("/id", "\"pen_shop\"", "FNL006")]
    [InlineData("/id", "\"pen\\n\"", "FNL006")]
    [InlineData("/id", "\"a234567890123456789012345678901234567890123456789012345678901234\"", "FNL006")]
    [InlineData("/id", "7", "FNL004")]
    [InlineData("/steps/0/id", "\"end\"", "FNL006")]
    [InlineData($"{Product}/options/ink/choices/choose", """{ "name": "Choose" }""", "FNL006")]
    [InlineData($"{Product}/tags", "[\"a\", \"a\"]", "FNL007", "/1")]
    [InlineData("/inputs/Logo", """{ "type": "url", "label": "Logo" }""", "FNL006")]
    [InlineData("/inputs/logo/maxLength", "10001", "FNL006")]
    // texts
    [InlineData("/name", "\"\"", "FNL006")]
    [InlineData("/name", "\" \\t\"", "FNL006")]
    [InlineData("/name", "\"a\\u0000b\"", "FNL006")]
    [InlineData("/name", "[]", "FNL004")]
    [InlineData("/name", "{}", "FNL008")]
    [InlineData("/name", """{ "en": "" }""", "FNL006", "/en")]
    [InlineData("/name", """{ "en": 1 }""", "FNL004", "/en")]
    [InlineData("/locales", "[]", "FNL006")]
    [InlineData("/locales", "[\"EN\"]", "FNL006", "/0")]
    [InlineData("/locales", "[\"en\", \"en\"]", "FNL006", "/1")]
    [InlineData("/locales", "[\"en-us\"]", "FNL006", "/0")]
    // amounts
    [InlineData(Price, "\"12.500\"", "FNL009")]
    [InlineData(Price, "12.500", "FNL009")]
    [InlineData(Price, "\"-1\"", "FNL006")]
    [InlineData(Price, "-1", "FNL006")]
    [InlineData(Price, "\"+1\"", "FNL006")]
    [InlineData(Price, "\" 1\"", "FNL006")]
    [InlineData(Price, "\"1,50\"", "FNL006")]
    [InlineData(Price, "\"1.\"", "FNL006")]
    [InlineData(Price, "\".5\"", "FNL006")]
    [InlineData(Price, "\"01\"", "FNL006")]
    [InlineData(Price, "\"1e2\"", "FNL006")]
    [InlineData(Price, "1e2", "FNL006")]
    [InlineData(Price, "\"\"", "FNL006")]
    [InlineData(Price, "\"١\"", "FNL006")]
    [InlineData(Price, "1000000000000000", "FNL006")]
    [InlineData(Price, "true", "FNL004")]
    [InlineData("/currency", "\"XYZ\"", "FNL006")]
    [InlineData("/currency", "978", "FNL004")]
    // percentages
    [InlineData(Rate, "\"21\"", "FNL004")]
    [InlineData(Rate, "-1", "FNL006")]
    [InlineData(Rate, "1000.1", "FNL006")]
    [InlineData(Rate, "1.00000", "FNL006")]
    [InlineData(Rate, "1e1", "FNL006")]
    [InlineData("/tax/rates/standard/Nl", "21", "FNL006")]
    [InlineData("/tax/rates/standard/NLD", "21", "FNL006")]
    [InlineData("/tax/rates/standard", """{ "NL": 21 }""", "FNL003")]
    [InlineData("/tax/rates", "{}", "FNL006")]
    // durations and time zones
    [InlineData("/expiresAfter", "\"P1Y\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P1M\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P\"", "FNL006")]
    [InlineData("/expiresAfter", "\"PT\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P1DT\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P0D\"", "FNL006")]
    [InlineData("/expiresAfter", "\"-P1D\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P1.5D\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P366DT1S\"", "FNL006")]
    [InlineData("/expiresAfter", "\"P99999999999999999999D\"", "FNL006")]
    [InlineData("/expiresAfter", "\"48:00:00\"", "FNL006")]
    [InlineData("/expiresAfter", "3600", "FNL004")]
    [InlineData("/timeZone", "\"Amsterdam\"", "FNL006")]
    [InlineData("/timeZone", "\"europe/amsterdam\"", "FNL006")]
    [InlineData("/timeZone", "\"W. Europe Standard Time\"", "FNL006")]
    [InlineData("/timeZone", "\"localtime\"", "FNL006")]
    [InlineData("/timeZone", "\"Europe\"", "FNL006")]
    [InlineData("/timeZone", "\"Europe/\"", "FNL006")]
    [InlineData("/timeZone", "\"../../etc/passwd\"", "FNL006")]
    // lint
    [InlineData("/lint", """{ "FNL1": { "level": "off", "because": "x" } }""", "FNL006", "/FNL1")]
    [InlineData("/lint", """{ "FNL105": { "level": "loud", "because": "x" } }""", "FNL006", "/FNL105/level")]
    [InlineData("/lint", """{ "FNL105": { "level": "off" } }""", "FNL003", "/FNL105")]
    [InlineData("/lint", """{ "FNL105": { "level": "off", "because": " " } }""", "FNL006", "/FNL105/because")]
    // quantities
    [InlineData($"{Product}/quantities", "[]", "FNL006")]
    [InlineData($"{Product}/quantities", "[5, 5]", "FNL006", "/1")]
    [InlineData($"{Product}/quantities", "[5, 1]", "FNL006", "/1")]
    [InlineData($"{Product}/quantities", "[0]", "FNL006", "/0")]
    [InlineData($"{Product}/quantities", "[1000001]", "FNL006", "/0")]
    [InlineData($"{Product}/quantities", "[1.0]", "FNL006", "/0")]
    [InlineData($"{Product}/quantities", "[1e1]", "FNL006", "/0")]
    [InlineData($"{Product}/quantities", "[\"1\"]", "FNL004", "/0")]
    [InlineData($"{Product}/quantities", "5", "FNL004")]
    [InlineData($"{Product}/quantities", """{ "min": 1 }""", "FNL003")]
    [InlineData($"{Product}/quantities", """{ "min": 5, "max": 4 }""", "FNL006", "/max")]
    [InlineData($"{Product}/quantities", """{ "min": 1, "max": 10, "step": 5 }""", "FNL006", "/max")]
    [InlineData($"{Product}/quantities", """{ "min": 1, "max": 10, "step": 0 }""", "FNL006", "/step")]
    // prices
    [InlineData($"{Product}/price", "\"0.1234567\"", "FNL009")]
    [InlineData($"{Product}/price", "\"free\"", "FNL006")]
    [InlineData($"{Product}/price", "true", "FNL004")]
    [InlineData($"{Product}/price", "{}", "FNL003")]
    [InlineData($"{Product}/price", """{ "each": "1", "flat": "1" }""", "FNL006", "/flat")]
    [InlineData($"{Product}/price", """{ "flat": "1", "graduated": true }""", "FNL002", "/graduated")]
    [InlineData($"{Product}/price", """{ "byQuantity": {} }""", "FNL006", "/byQuantity")]
    [InlineData($"{Product}/price", """{ "byQuantity": { "0": "1" } }""", "FNL006", "/byQuantity/0")]
    [InlineData($"{Product}/price", """{ "byQuantity": { "010": "1" } }""", "FNL006", "/byQuantity/010")]
    [InlineData($"{Product}/price", """{ "byQuantity": { "1e1": "1" } }""", "FNL006", "/byQuantity/1e1")]
    [InlineData($"{Product}/price", """{ "byQuantity": { "1": "0.125" } }""", "FNL009", "/byQuantity/1")]
    [InlineData($"{Product}/price", """{ "tiers": [] }""", "FNL006", "/tiers")]
    [InlineData($"{Product}/price", """{ "tiers": [{ "from": 1 }] }""", "FNL003", "/tiers/0")]
    [InlineData(
        $"{Product}/price",
        """{ "tiers": [{ "from": 5, "each": "1" }, { "from": 5, "each": "1" }] }""",
        "FNL006",
        "/tiers/1/from"
    )]
    [InlineData($"{Product}/price", """{ "graduated": true }""", "FNL003")]
    [InlineData($"{Product}/price", """{ "percent": 8 }""", "FNL003")]
    [InlineData($"{Product}/price", """{ "percent": 8, "of": "lines" }""", "FNL006", "/of")]
    [InlineData($"{Product}/price", """{ "percent": 8, "of": "line:" }""", "FNL006", "/of")]
    [InlineData($"{Product}/price", """{ "percent": 8, "of": "order:pen" }""", "FNL006", "/of")]
    [InlineData($"{Product}/options/ink/choices", "{}", "FNL006")]
    [InlineData($"{Product}/options/ink/choices/blue/requires", """{ "nib": "fine" }""", "FNL004", "/nib")]
    [InlineData($"{Product}/options/ink/choices/blue/requires", """{ "nib": [] }""", "FNL006", "/nib")]
    // fields
    [InlineData($"{Field}/pattern", "\"[\"", "FNL006")]
    [InlineData($"{Field}/pattern", "\"\"", "FNL006")]
    [InlineData($"{Field}/pattern", "\"(a)\\\\1\"", "FNL006")]
    [InlineData($"{Field}/pattern", "\"(?=a)\"", "FNL006")]
    [InlineData($"{Field}/pattern", "\"((a{1000}){1000}){1000}\"", "FNL006")]
    [InlineData($"{Field}/pattern", "\"(?x)a #\"", "FNL006")]
    [InlineData($"{Field}/maxLength", "0", "FNL006")]
    [InlineData($"{Field}/maxLength", "10001", "FNL006")]
    [InlineData($"{Field}/min", "1e3", "FNL006")]
    [InlineData($"{Field}/min", "12345678901234567890123456789", "FNL006")]
    [InlineData($"{Field}/type", "\"Text\"", "FNL006")]
    [InlineData($"{Field}/required", "\"yes\"", "FNL004")]
    // steps and offers
    [InlineData("/steps", "[]", "FNL006")]
    [InlineData("/steps/0/offers", "[]", "FNL006")]
    [InlineData("/steps/0/pick", """{ "max": 0 }""", "FNL006", "/max")]
    [InlineData("/steps/0/next", "[]", "FNL006")]
    [InlineData("/steps/0/next", "true", "FNL004")]
    [InlineData("/steps/0/next", "\"The End\"", "FNL006")]
    [InlineData("/steps/0/next", """[{ "when": { "fact": "date", "exists": true } }]""", "FNL003", "/0")]
    [InlineData("/steps/0/selectionDiscounts", """[{ "atLeast": 2 }]""", "FNL003", "/0")]
    [InlineData("/steps/0/offers/0/add", "[]", "FNL006")]
    [InlineData("/steps/0/offers/0/add", """{ "product": "pen", "quantity": "some" }""", "FNL006", "/quantity")]
    [InlineData("/steps/0/offers/0/add", """{ "product": "pen", "quantity": true }""", "FNL004", "/quantity")]
    [InlineData("/steps/0/offers/0/add", """{ "product": "pen", "options": { "ink": 1 } }""", "FNL004", "/options/ink")]
    [InlineData("/steps/0/offers/0/price", "{}", "FNL003")]
    [InlineData("/steps/0/offers/0/price", """{ "flat": "1", "percentOff": 5 }""", "FNL006", "/percentOff")]
    [InlineData("/steps/0/offers/0/discount", """{ "percentOff": 5 }""", "FNL003")]
    [InlineData("/steps/0/offers/0/discount", """{ "on": "order" }""", "FNL003")]
    [InlineData("/steps/0/offers/0/discount", """{ "percentOff": 5, "on": "everything" }""", "FNL006", "/on")]
    [InlineData("/steps/0/offers/0/discount", """{ "percentOff": 5, "on": "category:Pens" }""", "FNL006", "/on")]
    [InlineData(
        "/steps/0/offers/0/discount",
        """{ "percentOff": 5, "on": "order", "amountOff": 1 }""",
        "FNL006",
        "/amountOff"
    )]
    [InlineData("/steps/0/offers/0/multiply", """{ "by": 1, "percent": 5 }""", "FNL006", "/by")]
    [InlineData(
        "/steps/0/offers",
        """[{ "id": "a", "ship": "post" }, { "id": "b", "ship": "post" }, { "id": "a", "ship": "post" }]""",
        "FNL007",
        "/2/id"
    )]
    [InlineData(
        "/steps/1/fields",
        """[{ "id": "a", "type": "text", "label": "A" }, { "id": "a", "type": "date", "label": "B" }]""",
        "FNL007",
        "/1/id"
    )]
    // conditions
    [InlineData("/steps/0/when", "true", "FNL004")]
    [InlineData("/steps/0/when", "{}", "FNL003")]
    [InlineData("/steps/0/when", """{ "all": [] }""", "FNL006", "/all")]
    [InlineData("/steps/0/when", """{ "any": [] }""", "FNL006", "/any")]
    [InlineData("/steps/0/when", """{ "not": [] }""", "FNL004", "/not")]
    [InlineData("/steps/0/when", """{ "fact": "date" }""", "FNL003")]
    [InlineData("/steps/0/when", """{ "is": "mon" }""", "FNL003")]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "is": "mon", "isNot": "tue" }""", "FNL006", "/isNot")]
    [InlineData(
        "/steps/0/when",
        """{ "not": { "fact": "weekday", "is": "mon" }, "fact": "weekday", "is": "mon" }""",
        "FNL006",
        "/fact"
    )]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "equals": "mon", "is": "mon" }""", "FNL002", "/equals")]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "is": ["mon"] }""", "FNL004", "/is")]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "is": null }""", "FNL004", "/is")]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "in": "mon" }""", "FNL004", "/in")]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "in": [] }""", "FNL006", "/in")]
    [InlineData("/steps/0/when", """{ "fact": "weekday", "in": [["mon"]] }""", "FNL004", "/in/0")]
    [InlineData("/steps/0/when", """{ "fact": "date", "exists": "yes" }""", "FNL004", "/exists")]
    [InlineData("/steps/0/when", """{ "fact": "date", "season": { "from": "11-01" } }""", "FNL003", "/season")]
    [InlineData(
        "/steps/0/when",
        """{ "fact": "date", "season": { "from": "02-30", "to": "12-31" } }""",
        "FNL006",
        "/season/from"
    )]
    [InlineData(
        "/steps/0/when",
        """{ "fact": "date", "season": { "from": "01-01", "to": "04-31" } }""",
        "FNL006",
        "/season/to"
    )]
    [InlineData(
        "/steps/0/when",
        """{ "fact": "date", "season": { "from": "1-1", "to": "12-31" } }""",
        "FNL006",
        "/season/from"
    )]
    public void A_value_not_of_its_format_is_one_problem(
        string pointer,
        string json,
        string code,
        string within = ""
    ) => Assert.Equal([$"{code} {pointer}{within}"], ShopFile.ProblemsWith(pointer, json));

    [Fact]
    public void A_text_may_have_two_thousand_characters()
    {
        Assert.Empty(ShopFile.ProblemsWith("/name", $"\"{new string('x', 2_000)}\""));
        Assert.Equal(["FNL006 /name"], ShopFile.ProblemsWith("/name", $"\"{new string('x', 2_001)}\""));
    }

    [Theory]
    [InlineData("JPY", "500", null)]
    [InlineData("JPY", "500.0", "FNL009")]
    [InlineData("JPY", "999999999999999", null)]
    [InlineData("KWD", "0.125", null)]
    [InlineData("KWD", "0.1250", "FNL009")]
    [InlineData("CLF", "0.1250", null)]
    [InlineData("CLF", "999999999999999", "FNL006")]
    [InlineData("???", "0.1250", null)]
    [InlineData("???", "0.12345678901234567890123456789012345", null)]
    public void An_amount_has_at_most_the_decimals_of_a_currency_that_is_known(
        string currency,
        string amount,
        string? code
    )
    {
        var file = ShopFile.With("/currency", $"\"{currency}\"", ShopFile.With(Price, $"\"{amount}\""));

        // Other amounts of the file have two decimals.
        Assert.Equal(code, ShopFile.Read(file).Problems.SingleOrDefault(problem => problem.Pointer == Price)?.Code);
    }

    [Fact]
    public void Texts_are_not_held_against_languages_that_cannot_be_read()
    {
        var file = ShopFile.With("/locales", "[7]", ShopFile.With("/name", """{ "xx": "Pens" }"""));

        Assert.Equal("/locales/0", Assert.Single(ShopFile.Read(file).Problems).Pointer);
    }

    [Fact]
    public void What_must_be_there_is_missed_where_it_should_be()
    {
        string[] required =
        [
            "/id",
            "/name",
            "/currency",
            "/products",
            "/steps",
            "/tax/included",
            "/tax/default",
            "/tax/rates",
            "/shipping/default",
            "/shipping/methods",
            "/shipping/methods/post/name",
            "/shipping/methods/post/price",
            "/inputs/logo/type",
            "/inputs/logo/label",
            "/products/pen/name",
            "/products/pen/price",
            "/products/pen/options/ink/name",
            "/products/pen/options/ink/default",
            "/products/pen/options/ink/choices",
            "/products/pen/options/ink/choices/blue/name",
            "/steps/0/id",
            "/steps/0/kind",
            "/steps/0/title",
            "/steps/0/offers/0/id",
            "/steps/0/offers/0/add/product",
            "/steps/1/fields/0/id",
            "/steps/1/fields/0/type",
            "/steps/1/fields/0/label",
        ];

        Assert.All(
            required,
            pointer =>
            {
                var problem = Assert.Single(ShopFile.Read(ShopFile.Without(pointer)).Problems);
                var parent = pointer[..pointer.LastIndexOf('/')];
                Assert.Equal((ProblemCodes.MissingProperty, parent), (problem.Code, problem.Pointer));
                Assert.Contains($"\"{pointer[(parent.Length + 1)..]}\"", problem.Message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Steps_may_have_offers_of_the_same_id()
    {
        var file = ShopFile.With(
            "/steps/1",
            """{ "id": "more", "kind": "crossSell", "title": "More", "offers": [{ "id": "pen", "add": { "product": "pen" } }] }"""
        );

        Assert.Empty(ShopFile.Read(file).Problems);
    }

    [Fact]
    public void A_value_of_any_length_is_one_problem()
    {
        var endless = $"\"A{new string('a', 200_000)}\"";

        Assert.All(
            ["/id", "/timeZone", "/currency", "/expiresAfter", "/name", Price, $"{Field}/pattern", "/steps/0/next"],
            pointer => Assert.Equal([$"FNL006 {pointer}"], ShopFile.ProblemsWith(pointer, endless))
        );
    }
}
