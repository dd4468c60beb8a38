using System.Reflection;

namespace Funnel.Definitions.Notations;

/// <summary>Finds how a property of the model is written: by its type and its attributes.</summary>
internal static class NotationOf
{
    public static Notation Property(PropertyInfo property)
    {
        if (property.GetCustomAttribute<WrittenAsAttribute>() is { } own)
        {
            return own.Notation;
        }

        var type = property.PropertyType;
        if (!type.IsGenericType)
        {
            return Single(type, property);
        }

        var generic = type.GetGenericTypeDefinition();
        if (generic == typeof(Nullable<>))
        {
            return Single(type.GetGenericArguments()[0], property);
        }

        var content = type.GetGenericArguments()[^1];
        var atLeastOne = property.IsDefined(typeof(AtLeastOneAttribute));
        if (generic == typeof(IReadOnlyList<>))
        {
            var oneOrMany = property.IsDefined(typeof(OneOrManyAttribute));
            return Create(typeof(ListNotation<>), content, Single(content, property), atLeastOne, oneOrMany);
        }

        return type == typeof(IReadOnlyDictionary<int, Money>)
            ? PacksNotation.Instance
            : Create(typeof(MapNotation<>), content, Keys(property), Single(content, property), atLeastOne);
    }

    /// <summary>A value that is no list and no map, or one of a list or map.</summary>
    private static Notation Single(Type type, PropertyInfo property) =>
        type switch
        {
            _ when type == typeof(string) => String(property),
            _ when type == typeof(bool) => FlagNotation.Instance,
            _ when type == typeof(int) => property.GetCustomAttribute<RangeAttribute>() is { } range
                ? new IntegerNotation(range.Min, range.Max)
                : IntegerNotation.Quantity,
            _ when type == typeof(decimal) => NumberNotation.Instance,
            _ when type == typeof(Money) => MoneyNotation.Instance,
            _ when type == typeof(UnitPrice) => UnitPriceNotation.Instance,
            _ when type == typeof(Percent) => PercentNotation.Instance,
            _ when type == typeof(Currency) => CurrencyNotation.Instance,
            _ when type == typeof(TimeSpan) => DurationNotation.Instance,
            _ when type == typeof(Text) => LocalizedTextNotation.Instance,
            _ when type == typeof(Value) => ScalarNotation.Instance,
            _ when type == typeof(QuantitiesDefinition) => QuantitiesNotation.Instance,
            _ when type == typeof(PriceDefinition) => PriceNotation.Instance,
            _ when type == typeof(PercentageBase) => PercentageBaseNotation.Instance,
            _ when type == typeof(Condition) => ConditionNotation.Instance,
            _ when type == typeof(Edge) => EdgeNotation.Instance,
            _ when type == typeof(QuantityTerm) => QuantityTermNotation.Instance,
            _ when type == typeof(ChoiceTerm) => ChoiceTermNotation.Instance,
            _ when type == typeof(DiscountTarget) => DiscountTargetNotation.Instance,
            _ when type == typeof(ChoiceIds) => ChoiceIdsNotation.Instance,
            _ when type == typeof(TaxRates) => TaxRatesNotation.Instance,
            _ when type.GetCustomAttribute<WrittenAsAttribute>(inherit: false) is { } own => own.Notation,
            { IsEnum: true } => Create(typeof(EnumNotation<>), type),
            _ => (Notation)typeof(RecordNotation<>).MakeGenericType(type).GetField("Instance")!.GetValue(null)!,
        };

    private static Notation String(PropertyInfo property) =>
        property switch
        {
            _ when property.GetCustomAttribute<IdAttribute>() is { } id => new IdNotation(id.Reserved),
            _ when property.IsDefined(typeof(LocaleAttribute)) => LocaleNotation.Instance,
            _ when property.IsDefined(typeof(TimeZoneNameAttribute)) => TimeZoneNotation.Instance,
            _ when property.IsDefined(typeof(MonthDayAttribute)) => MonthDayNotation.Instance,
            _ when property.IsDefined(typeof(RegularExpressionAttribute)) => RegularExpressionNotation.Instance,
            _ => PlainTextNotation.Instance,
        };

    private static KeyNotation Keys(PropertyInfo property) =>
        property.GetCustomAttribute<KeysAttribute>() switch
        {
            { Kind: KeyKind.LintCode } => new KeyNotation.ProblemCode(),
            var keys => new KeyNotation.Ids(keys?.Reserved),
        };

    private static Notation Create(Type notation, Type content, params object[] arguments) =>
        (Notation)Activator.CreateInstance(notation.MakeGenericType(content), arguments)!;
}
