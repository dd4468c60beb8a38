using Funnel.Machine.Diagrams;

namespace Funnel.Tests.Machine.Diagrams;

public sealed class DiagramTests
{
    /// <summary>A downsell, a branch on a condition, a form that is never passed by, and titles in two languages.</summary>
    private static readonly Shop Branching = Shop.Selling(
        """
        "coffee": { "name": { "en": "Coffee", "nl": "Koffie" }, "price": "3.00" },
        "cake": { "name": { "en": "Cake", "nl": "Taart" }, "price": "4.00" },
        "biscuit": { "name": { "en": "Biscuit", "nl": "Koekje" }, "price": "1.00" }
        """,
        """
        { "id": "coffee", "kind": "choose", "title": { "en": "Your coffee", "nl": "Je koffie" },
          "offers": [ { "id": "coffee", "add": { "product": "coffee", "quantity": "choose" } } ] },
        { "id": "cake", "kind": "crossSell", "title": { "en": "Cake with it?", "nl": "Taart erbij?" },
          "when": { "fact": "time", "atLeast": "14:00" },
          "offers": [ { "id": "cake", "add": { "product": "cake" } } ],
          "onAccept": [ { "when": { "fact": "order.subtotal", "atLeast": "20.00" }, "to": "name" }, { "to": "end" } ],
          "onDecline": "biscuit" },
        { "id": "biscuit", "kind": "crossSell", "title": { "en": "Something small?", "nl": "Iets kleins?" },
          "offers": [ { "id": "biscuit", "when": { "fact": "order.subtotal", "lessThan": "20.00" }, "add": { "product": "biscuit" } } ],
          "onAccept": [ { "when": { "fact": "context.channel", "in": ["counter", "kiosk"] }, "to": "end" }, { "to": "name" } ] },
        { "id": "name", "kind": "form", "title": { "en": "For whom?", "nl": "Voor wie?" },
          "fields": [ { "id": "name", "type": "text", "label": { "en": "Your name", "nl": "Je naam" }, "required": true } ] }
        """,
        """ "locales": ["en", "nl"] """
    );

    private static readonly Shop Hostile = Shop.Selling(
        """ "pens": { "name": "Pens", "price": "1.00" } """,
        """
        { "id": "state", "kind": "choose", "title": "\"quoted\"; a: b #35; --> [*] %% {c}", "description": "d",
          "offers": [
            { "id": "a", "title": "two\nlines\\nand\\l <b>bold</b> &amp; $$x$$ `y`", "add": { "product": "pens" } },
            { "id": "b", "title": "} -> end [label=\"x\"]; \\", "add": { "product": "pens" } }
          ] },
        { "id": "note", "kind": "crossSell", "title": "end note", "when": { "fact": "customer.segment", "is": "\"; #" },
          "offers": [ { "id": "a", "add": { "product": "pens" } } ] }
        """
    );

    [Fact]
    public void A_branching_funnel_in_Mermaid() =>
        Approved.Equal("branching", "mmd", MermaidDiagram.Of(Branching.Machine));

    [Fact]
    public void A_branching_funnel_in_DOT() => Approved.Equal("branching", "dot", DotDiagram.Of(Branching.Machine));

    [Fact]
    public void The_print_shop_in_Mermaid() =>
        Approved.Equal("print-shop", "mmd", MermaidDiagram.Of(Shop.File("print-shop").Machine));

    [Fact]
    public void The_print_shop_in_DOT() =>
        Approved.Equal("print-shop", "dot", DotDiagram.Of(Shop.File("print-shop").Machine));

    [Fact]
    public void Titles_that_look_like_Mermaid_stay_titles() =>
        Approved.Equal("hostile", "mmd", MermaidDiagram.Of(Hostile.Machine));

    [Fact]
    public void Titles_that_look_like_DOT_stay_titles() =>
        Approved.Equal("hostile", "dot", DotDiagram.Of(Hostile.Machine));
}
