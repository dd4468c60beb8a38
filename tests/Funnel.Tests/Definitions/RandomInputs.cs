using Funnel.Definitions;

namespace Funnel.Tests.Definitions;

/// <summary>Random inputs, of the start and of forms. One name has one type wherever it is asked, so that conditions on it fit.</summary>
internal static class RandomInputs
{
    private static readonly FieldType[] Types = Enum.GetValues<FieldType>();
    private static readonly string[] Choices = ["first", "second", "third"];

    public static IReadOnlyDictionary<string, InputDefinition> OfStart(RandomShop shop)
    {
        var dice = Dice.For(shop.Seed, "inputs");
        return new OrderedDictionary<string, InputDefinition>(
            dice.Some(Types, 0, 3)
                .Select(type =>
                    KeyValuePair.Create(
                        NameOf(type),
                        Shared(new InputDefinition { Type = type, Label = shop.Text(dice) })
                    )
                )
        );

        InputDefinition Shared(InputDefinition input) =>
            input with
            {
                Help = dice.Maybe(30, () => shop.Text(dice)),
                MaxLength = MaxLength(dice, input.Type),
                Pattern = Pattern(dice, input.Type),
                Min = input.Type is FieldType.Number && dice.Chance(50) ? dice.Between(-10, 10) : null,
                Max = input.Type is FieldType.Number && dice.Chance(50) ? dice.Between(11, 20) / 2m + 10 : null,
                Choices = ChoicesOf(shop, dice, input.Type),
            };
    }

    public static IReadOnlyList<FieldDefinition> OfForm(RandomShop shop, Dice dice) =>
        [
            .. dice.Some(Types, 1, 3)
                .Select(type => new FieldDefinition
                {
                    Id = NameOf(type),
                    Type = type,
                    Label = shop.Text(dice),
                    Required = dice.Chance(20),
                    MaxLength = MaxLength(dice, type),
                    Pattern = Pattern(dice, type),
                    Choices = ChoicesOf(shop, dice, type),
                }),
        ];

    public static string NameOf(FieldType type) => $"my-{type.ToString().ToLowerInvariant()}";

    /// <summary>A value that an input of this type may be held against.</summary>
    public static Value ValueOf(Dice dice, FieldType type) =>
        type switch
        {
            FieldType.Number => new Value.Number(dice.Between(-5, 25)),
            FieldType.Checkbox => new Value.Flag(dice.Chance(50)),
            FieldType.Date => new Value.Text(dice.One(["2026-02-28", "2026-12-01"])),
            FieldType.Choice => new Value.Text(dice.One(Choices)),
            _ => new Value.Text(dice.One(["yes", "+31 20 123 4567", "https://example.com/"])),
        };

    private static int? MaxLength(Dice dice, FieldType type) =>
        IsTyped(type) && dice.Chance(30) ? dice.Between(20, 200) : null;

    private static string? Pattern(Dice dice, FieldType type) =>
        type is FieldType.Text ? dice.Maybe(20, () => "[^<>]*") : null;

    private static IReadOnlyDictionary<string, Text> ChoicesOf(RandomShop shop, Dice dice, FieldType type) =>
        RandomShop.Entries(type is FieldType.Choice ? Choices : [], _ => shop.Text(dice));

    private static bool IsTyped(FieldType type) =>
        type is FieldType.Text or FieldType.Email or FieldType.Tel or FieldType.Url;
}
