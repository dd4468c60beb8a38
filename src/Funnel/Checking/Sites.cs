using System.Globalization;
using Funnel.Definitions;
using Funnel.Definitions.Json;

namespace Funnel.Checking;

// Pointers are those of the longest way to write each thing; the file's reading turns them into what is really written.

/// <summary>A step and where it is written.</summary>
internal sealed record StepSite(int Index, StepDefinition Step, string Pointer)
{
    public IReadOnlyList<OfferSite> Offers { get; } =
        Site.Items(Step.Offers ?? [], $"{Pointer}/offers", (offer, pointer) => new OfferSite(Index, offer, pointer));

    public IReadOnlyList<InputSite> Fields { get; } =
        Site.Items(Step.Fields ?? [], $"{Pointer}/fields", (field, pointer) => new InputSite(field.Id, field, pointer));

    /// <summary>The edges that are written.</summary>
    public IReadOnlyList<EdgeSite> Edges { get; } =
    [
        .. Site.Optional(Step.Next, $"{Pointer}/next"),
        .. Site.Optional(Step.OnAccept, $"{Pointer}/onAccept"),
        .. Site.Optional(Step.OnDecline, $"{Pointer}/onDecline"),
        .. Site.Optional(Step.OnPass, $"{Pointer}/onPass"),
    ];
}

/// <summary>An edge and where it is written.</summary>
internal sealed record EdgeSite(Edge Edge, string Pointer)
{
    public IReadOnlyList<CaseSite> Cases { get; } =
        Site.Items(Edge.Cases, Pointer, (edgeCase, pointer) => new CaseSite(edgeCase, pointer));
}

/// <summary>A case of an edge and where it is written.</summary>
internal sealed record CaseSite(EdgeCase Case, string Pointer);

/// <summary>An offer and where it is written.</summary>
internal sealed record OfferSite(int StepIndex, OfferDefinition Offer, string Pointer)
{
    public IReadOnlyList<SetSite> Sets { get; } =
        Site.Items(Offer.Set, $"{Pointer}/set", (set, pointer) => new SetSite(set, pointer));

    public IReadOnlyList<AddSite> Adds { get; } =
        Site.Items(Offer.Add, $"{Pointer}/add", (add, pointer) => new AddSite(add, pointer));
}

/// <summary>A <c>set</c> and where it is written.</summary>
internal sealed record SetSite(SetDefinition Set, string Pointer);

/// <summary>An <c>add</c> and where it is written.</summary>
internal sealed record AddSite(AddDefinition Add, string Pointer)
{
    /// <summary>The name that its line has where it is free.</summary>
    public string LineName => Add.As ?? Add.Product;
}

/// <summary>A product and where it is written.</summary>
internal sealed record ProductSite(string Id, ProductDefinition Product, string Pointer)
{
    public IReadOnlyList<OptionSite> Options { get; } =
        Site.Entries(
            Product.Options,
            $"{Pointer}/options",
            (id, option, pointer) => new OptionSite(id, option, pointer)
        );

    public IEnumerable<ChoiceSite> Choices => Options.SelectMany(option => option.Choices);

    /// <summary>Its own price and the surcharges of its choices.</summary>
    public IEnumerable<PriceSite> Prices =>
        [
            new(Product.Price, $"{Pointer}/price", IsSurcharge: false),
            .. Choices
                .Where(choice => choice.Choice.Price is not null)
                .Select(choice => new PriceSite(choice.Choice.Price!, $"{choice.Pointer}/price", IsSurcharge: true)),
        ];
}

/// <summary>A price and where it is written.</summary>
/// <param name="IsSurcharge">Whether it is a choice's rather than a product's.</param>
internal sealed record PriceSite(PriceDefinition Price, string Pointer, bool IsSurcharge);

/// <summary>An option of a product and where it is written.</summary>
internal sealed record OptionSite(string Id, OptionDefinition Option, string Pointer)
{
    public IReadOnlyList<ChoiceSite> Choices { get; } =
        Site.Entries(
            Option.Choices,
            $"{Pointer}/choices",
            (id, choice, pointer) => new ChoiceSite(Id, id, choice, pointer)
        );
}

/// <summary>A choice of an option and where it is written.</summary>
internal sealed record ChoiceSite(string Option, string Id, ChoiceDefinition Choice, string Pointer);

/// <summary>An input of the start, or a form's field, and where it is written.</summary>
internal sealed record InputSite(string Name, InputDefinition Input, string Pointer);

internal static class Site
{
    public static string Of(string parent, string key) => $"{parent}/{JsonPointer.Escape(key)}";

    public static string Of(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}/{index}");

    public static IReadOnlyList<TSite> Items<T, TSite>(
        IReadOnlyList<T> items,
        string pointer,
        Func<T, string, TSite> site
    ) => [.. items.Select((item, index) => site(item, Of(pointer, index)))];

    public static IReadOnlyList<TSite> Entries<T, TSite>(
        IReadOnlyDictionary<string, T> entries,
        string pointer,
        Func<string, T, string, TSite> site
    ) => [.. entries.Select(entry => site(entry.Key, entry.Value, Of(pointer, entry.Key)))];

    public static IEnumerable<EdgeSite> Optional(Edge? edge, string pointer) =>
        edge is null ? [] : [new(edge, pointer)];
}
