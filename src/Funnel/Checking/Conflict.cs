using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>A choice that does not go with the choice of another option.</summary>
/// <param name="Required">The choices of the other option that it goes with.</param>
/// <param name="Found">The one that is made.</param>
internal sealed record Conflict(
    string Option,
    string Choice,
    string OtherOption,
    IReadOnlyList<string> Required,
    string Found
)
{
    public string Explanation =>
        $"{Quoted.Value(Choice)} of {Quoted.Value(Option)} goes only with {Quoted.List(Required)} of {Quoted.Value(OtherOption)}, "
        + $"and here that is {Quoted.Value(Found)}.";

    /// <param name="chosen">The choice of an option; null where it is open.</param>
    public static IEnumerable<Conflict> Among(ProductDefinition product, Func<string, string?> chosen) =>
        from option in product.Options
        let choice = chosen(option.Key)
        where choice is not null && option.Value.Choices.ContainsKey(choice)
        from requirement in option.Value.Choices[choice].Requires
        let found = chosen(requirement.Key)
        where found is not null && !requirement.Value.Ids.Contains(found, StringComparer.Ordinal)
        // What does not exist, or could not be read, is reported as that.
        where requirement.Value.Ids.Count > 0
        where
            requirement.Key != option.Key
            && product.Options.TryGetValue(requirement.Key, out var other)
            && requirement.Value.Ids.Append(found).All(other.Choices.ContainsKey)
        select new Conflict(option.Key, choice, requirement.Key, requirement.Value.Ids, found);
}
