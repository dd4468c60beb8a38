using System.Text.Json;
using Funnel.Definitions;

namespace Funnel.Checking;

/// <summary>What is said of an input or a field goes with its type.</summary>
internal static class FieldRule
{
    public static IEnumerable<Finding> Find(Subject subject) =>
        from site in subject.Inputs
        where !subject.File.IsMissing($"{site.Pointer}/type")
        from finding in Find(subject, site)
        select finding;

    private static IEnumerable<Finding> Find(Subject subject, InputSite site)
    {
        var (input, type) = (site.Input, JsonNamingPolicy.CamelCase.ConvertName(site.Input.Type.ToString()));
        if (input is { Type: FieldType.Choice, Choices.Count: 0 } && !subject.File.IsUnread($"{site.Pointer}/choices"))
        {
            yield return new(
                CheckCodes.FieldType,
                site.Pointer,
                "A field of type \"choice\" has \"choices\" to choose from. Name them."
            );
        }

        var isText = input.Type is FieldType.Text or FieldType.Email or FieldType.Tel or FieldType.Url;
        (string Name, bool IsWritten, bool Fits, string Types)[] limits =
        [
            ("choices", input.Choices.Count > 0, input.Type is FieldType.Choice, "\"choice\""),
            ("min", input.Min is not null, input.Type is FieldType.Number, "\"number\""),
            ("max", input.Max is not null, input.Type is FieldType.Number, "\"number\""),
            ("maxLength", input.MaxLength is not null, isText, "\"text\", \"email\", \"tel\" or \"url\""),
            ("pattern", input.Pattern is not null, isText, "\"text\", \"email\", \"tel\" or \"url\""),
        ];
        foreach (var (name, _, _, types) in limits.Where(limit => limit is { IsWritten: true, Fits: false }))
        {
            yield return new(
                CheckCodes.FieldType,
                $"{site.Pointer}/{name}",
                $"\"{name}\" goes with type {types}, and this is \"{type}\". Take it out, or change the type."
            );
        }

        if (input is { Type: FieldType.Number, Min: { } min, Max: { } max } && min > max)
        {
            yield return new(
                CheckCodes.LeastAboveMost,
                $"{site.Pointer}/min",
                $"The least, {new Value.Number(min)}, is more than the most, {new Value.Number(max)}. Lower the one or raise the other."
            );
        }
    }
}
