using Funnel.Definitions;

namespace Funnel.Tests.Orders;

public sealed class FormTests
{
    private const string Fields = """
        { "id": "company", "type": "text", "label": "Company", "required": true, "maxLength": 10, "pattern": "[A-Z].*" },
        { "id": "mail", "type": "email", "label": "Mail" },
        { "id": "phone", "type": "tel", "label": "Telephone" },
        { "id": "staff", "type": "number", "label": "Staff", "min": 1, "max": 10.5 },
        { "id": "since", "type": "date", "label": "Since" },
        { "id": "use", "type": "choice", "label": "Use", "choices": { "work": "Work", "home": "Home" } },
        { "id": "news", "type": "checkbox", "label": "News" },
        { "id": "logo", "type": "url", "label": "Logo" }
        """;

    [Fact]
    public void Filled_in_it_leaves_over_next_and_its_inputs_are_there()
    {
        var shopper = Asking(Fields)
            .Submit(
                ("company", "Acme"),
                ("mail", "a@b.example"),
                ("phone", "+31 20 123 4567"),
                ("staff", 10.5m),
                ("since", "2020-02-29"),
                ("use", "home"),
                ("news", true),
                ("logo", "https://a.example/logo.svg")
            );

        Assert.Equal("pad", shopper.At);
        Assert.Equal(new Value.Text("Acme"), shopper.Walk.FindInput("company"));
        Assert.Equal(new Value.Number(10.5m), shopper.Walk.FindInput("staff"));
    }

    [Theory]
    [InlineData("company", "acme", "/inputs/company")]
    [InlineData("company", "Acme & Sons", "/inputs/company")]
    [InlineData("company", "Acme\u0007", "/inputs/company")]
    [InlineData("company", true, "/inputs/company")]
    [InlineData("mail", "a.example", "/inputs/mail")]
    [InlineData("mail", "a@b", "/inputs/mail")]
    [InlineData("mail", "a@@b.example", "/inputs/mail")]
    [InlineData("phone", "call me", "/inputs/phone")]
    [InlineData("staff", 0, "/inputs/staff")]
    [InlineData("staff", 11, "/inputs/staff")]
    [InlineData("staff", "5", "/inputs/staff")]
    [InlineData("since", "2026-02-29", "/inputs/since")]
    [InlineData("since", "1-2-2020", "/inputs/since")]
    [InlineData("use", "play", "/inputs/use")]
    [InlineData("news", "yes", "/inputs/news")]
    [InlineData("logo", "javascript:alert(1)", "/inputs/logo")]
    [InlineData("logo", "logo.svg", "/inputs/logo")]
    [InlineData("a/b~c", "x", "/inputs/a~1b~0c")]
    public void What_is_not_asked_so_is_refused(string name, object value, string pointer)
    {
        (string, object)[] filled = name == "company" ? [(name, value)] : [("company", "Acme"), (name, value)];

        Assert.Equal($"inputs-invalid {pointer}", Asking(Fields).SubmitRefused(filled));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        Assert.Equal(
            "inputs-invalid /inputs/mail /inputs/staff /inputs",
            Asking(Fields).SubmitRefused(("staff", 0), ("mail", "x"))
        );
        // A blank is nothing given.
        Assert.Equal("inputs-invalid /inputs", Asking(Fields).SubmitRefused(("company", "  ")));
    }

    [Fact]
    public void A_required_field_keeps_it_from_being_declined()
    {
        Assert.Equal("decline-not-possible", Asking(Fields).DeclineRefused());
        Assert.Equal("decline-not-possible", Asking(Fields).AcceptRefused());
    }

    [Fact]
    public void Without_a_required_field_it_can_be_skipped_and_counts_as_no_declined_step()
    {
        var shopper = Asking("""{ "id": "mail", "type": "email", "label": "Mail" }""").Decline();

        Assert.Equal("pad", shopper.At);
        Assert.Null(shopper.Walk.FindInput("mail"));
        Assert.Equal((0, 0), (shopper.Walk.Tally.Accepted, shopper.Walk.Tally.Declined));
    }

    [Fact]
    public void A_required_box_has_to_be_ticked()
    {
        const string Terms = """{ "id": "terms", "type": "checkbox", "label": "I agree", "required": true }""";

        Assert.Equal("inputs-invalid /inputs", Asking(Terms).SubmitRefused());
        Assert.Equal("inputs-invalid /inputs/terms", Asking(Terms).SubmitRefused(("terms", false)));
        Assert.Equal("pad", Asking(Terms).Submit(("terms", true)).At);
    }

    [Fact]
    public void A_box_left_unticked_is_false_once_its_form_is_filled_in()
    {
        const string News = """{ "id": "news", "type": "checkbox", "label": "News" }""";

        Assert.Equal(new Value.Flag(false), Asking(News).Submit().Walk.FindInput("news"));
        Assert.Null(Asking(News).Decline().Walk.FindInput("news"));
    }

    [Fact]
    public void A_form_wants_inputs_and_other_steps_want_offers()
    {
        Assert.Equal("answer-does-not-fit", Asking(Fields).AcceptRefused("pad"));
        Assert.Equal(
            "answer-does-not-fit",
            Asking(Fields).Submit(("company", "Acme")).SubmitRefused(("company", "Acme"))
        );
    }

    [Fact]
    public void The_same_inputs_in_another_order_and_with_blanks_are_the_same_answer()
    {
        var shopper = Asking(Fields).Submit(("company", "Acme"), ("staff", 5));
        var order = shopper.Order;

        Assert.Same(
            order,
            shopper
                .Answer("form", Shopper.Filled(("staff", 5.0m), ("news", false), ("mail", " "), ("company", "Acme")))
                .Order
        );
    }

    [Theory]
    [InlineData(null, "https://start.example/")]
    [InlineData("https://form.example/", "https://form.example/")]
    [InlineData("", "https://start.example/")]
    public void A_field_wins_over_an_input_of_the_start(string? filled, string found)
    {
        var shopper = Shop.Selling(
                Products,
                $$"""{{Form("""{ "id": "logo", "type": "url", "label": "Logo" }""")}}, {{Pad}}""",
                """ "inputs": { "logo": { "type": "url", "label": "Logo" } } """
            )
            .Visit(with: start =>
                start with
                {
                    Inputs = new Dictionary<string, Value> { ["logo"] = new Value.Text("https://start.example/") },
                }
            );

        _ = filled is null ? shopper.Decline() : shopper.Submit(("logo", filled));

        Assert.Equal(new Value.Text(found), shopper.Walk.FindInput("logo"));
    }

    [Fact]
    public void A_form_whose_condition_is_false_is_passed_by_over_its_own_edge()
    {
        const string Steps = """
            { "id": "form", "kind": "form", "title": "Form", "when": { "fact": "context.country", "is": "NL" },
              "fields": [ { "id": "who", "type": "text", "label": "Who", "required": true } ], "onPass": "end" }
            """;
        var shop = Shop.Selling(Products, $"{Steps}, {Pad}");

        Assert.Equal("form", shop.Visit(with: start => start with { Country = "NL" }).At);
        Assert.Equal("pad", shop.Visit(with: start => start with { Country = "NL" }).Submit(("who", "Ada")).At);
        Assert.Equal("end", shop.Visit().At);
    }

    [Fact]
    public void A_changed_form_leads_elsewhere()
    {
        var shopper = Shop.Selling(
                Products,
                $$"""
                { "id": "form", "kind": "form", "title": "Form", "fields": [ { "id": "gift", "type": "checkbox", "label": "Gift" } ],
                  "next": [ { "when": { "fact": "input.gift", "is": true }, "to": "pad" }, { "to": "end" } ] },
                {{Pad}}
                """
            )
            .Visit()
            .Submit(("gift", true))
            .Accept("pad");

        shopper.Answer("form", Shopper.Filled());

        Assert.Equal("end", shopper.At);
        Assert.Equal("pad/pad", shopper.Dropped);
        Assert.Equal("0.00", shopper.Total);
    }

    private const string Products = """ "pad": { "name": "Pad", "price": "5" } """;

    private const string Pad =
        """{ "id": "pad", "kind": "crossSell", "title": "Pad", "offers": [ { "id": "pad", "add": { "product": "pad" } } ] }""";

    private static string Form(string fields) =>
        $$"""{ "id": "form", "kind": "form", "title": "Form", "fields": [ {{fields}} ] }""";

    private static Shopper Asking(string fields) => Shop.Selling(Products, $"{Form(fields)}, {Pad}").Visit();
}
