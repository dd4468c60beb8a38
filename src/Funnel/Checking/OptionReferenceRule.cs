using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>Options and choices exist: those of a default, of <c>requires</c>, and those that an add or a set makes.</summary>
internal static class OptionReferenceRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        [
            .. subject.Products.SelectMany(product => Defaults(subject, product)),
            .. subject.Products.SelectMany(product => Requirements(subject, product)),
            .. subject.Offers.SelectMany(offer => Effects(subject, offer)),
        ];

    /// <summary>What is wrong with naming an option and, unless it is the shopper's, a choice; null where nothing is.</summary>
    /// <param name="products">The products that are meant, of which one is enough.</param>
    public static Finding? Fault(
        Subject subject,
        IReadOnlyCollection<string> products,
        string option,
        string? choice,
        string optionPointer,
        string choicePointer
    )
    {
        if (
            subject.FindAll(products) is not { Count: > 0 } found
            || found.Any(product => subject.Hides.OptionsOf(product))
        )
        {
            return null;
        }

        return found.Any(product => product.Product.Options.ContainsKey(option))
            ? choice is null
                ? null
                : ChoiceFault(subject, products, option, choice, choicePointer)
            : new(
                CheckCodes.UnknownOption,
                optionPointer,
                $"{Quoted.List(found.Select(product => product.Id))} has no option {Quoted.Value(option)}."
                    + Known.Sentence(option, found.SelectMany(product => product.Product.Options.Keys), "options")
            );
    }

    /// <summary>What is wrong with naming a choice of an option; null where nothing is, or where there is no such option.</summary>
    /// <param name="products">The products that are meant, of which one is enough.</param>
    public static Finding? ChoiceFault(
        Subject subject,
        IReadOnlyCollection<string> products,
        string option,
        string choice,
        string pointer
    )
    {
        var options =
            subject.FindAll(products)?.SelectMany(product => product.Options).Where(site => site.Id == option).ToList()
            ?? [];
        var choices = options.SelectMany(site => site.Option.Choices.Keys).ToList();
        return
            options.Count == 0
            || choices.Contains(choice, StringComparer.Ordinal)
            || options.Any(site => subject.File.IsMissing($"{site.Pointer}/choices"))
            ? null
            : new(
                CheckCodes.UnknownChoice,
                pointer,
                $"Option {Quoted.Value(option)} has no choice {Quoted.Value(choice)}.{Known.Sentence(choice, choices, "choices")}"
            );
    }

    private static IEnumerable<Finding> Defaults(Subject subject, ProductSite product) =>
        from option in product.Options
        let fault = ChoiceFault(subject, [product.Id], option.Id, option.Option.Default, $"{option.Pointer}/default")
        where fault is not null
        select fault;

    private static IEnumerable<Finding> Requirements(Subject subject, ProductSite product) =>
        from choice in product.Choices
        from requirement in choice.Choice.Requires
        let pointer = Site.Of($"{choice.Pointer}/requires", requirement.Key)
        from fault in requirement.Key == choice.Option
            ? [OwnOption(choice.Option, pointer)]
            : requirement.Value.Ids.Select(
                (id, index) => Fault(subject, [product.Id], requirement.Key, id, pointer, Site.Of(pointer, index))
            )
        where fault is not null
        select fault;

    private static IEnumerable<Finding> Effects(Subject subject, OfferSite offer)
    {
        IEnumerable<(
            IReadOnlyCollection<string> Products,
            IReadOnlyDictionary<string, ChoiceTerm> Options,
            string Pointer
        )> effects =
        [
            .. offer.Adds.Select(add => ((IReadOnlyCollection<string>)[add.Add.Product], add.Add.Options, add.Pointer)),
            .. offer.Sets.Select(set => (subject.ProductsAt(offer, set.Set.Line), set.Set.Options, set.Pointer)),
        ];
        return from effect in effects
            from option in effect.Options
            let pointer = Site.Of($"{effect.Pointer}/options", option.Key)
            let fault = Fault(subject, effect.Products, option.Key, option.Value.Fixed, pointer, pointer)
            where fault is not null
            select fault;
    }

    private static Finding OwnOption(string option, string pointer) =>
        new(
            CheckCodes.RequiresItsOwnOption,
            pointer,
            $"A choice of {Quoted.Value(option)} cannot require something of {Quoted.Value(option)} itself. Name choices of other options."
        );
}
