namespace Funnel.Checking;

/// <summary>
/// The codes of what makes a funnel impossible to run or, from FNL046 to FNL052, is found by going all its walks. They are stable: a code keeps its meaning, and one that is no longer
/// reported is not given out again. Reading has those up to FNL009, lint those from FNL100.
/// </summary>
public static class CheckCodes
{
    /// <summary>No product has this id.</summary>
    public const string UnknownProduct = "FNL010";

    /// <summary>No offer adds a line of this name.</summary>
    public const string UnknownLine = "FNL011";

    /// <summary>No product that is meant has this option.</summary>
    public const string UnknownOption = "FNL012";

    /// <summary>The option, or the field, has no such choice.</summary>
    public const string UnknownChoice = "FNL013";

    /// <summary>No step has this id.</summary>
    public const string UnknownStep = "FNL014";

    /// <summary>No shipping method has this id.</summary>
    public const string UnknownShippingMethod = "FNL015";

    /// <summary>No tax category has this id.</summary>
    public const string UnknownTaxCategory = "FNL016";

    /// <summary>Neither the start nor a form takes this input.</summary>
    public const string UnknownInput = "FNL017";

    /// <summary>No product is in this category.</summary>
    public const string UnknownCategory = "FNL018";

    /// <summary>No product has this tag.</summary>
    public const string UnknownTag = "FNL019";

    /// <summary>No step has such an offer.</summary>
    public const string UnknownOffer = "FNL020";

    /// <summary>The steps lead back to where they came from, so a walk would not end.</summary>
    public const string Cycle = "FNL021";

    /// <summary>No edge of a reachable step leads to this one.</summary>
    public const string UnreachableStep = "FNL022";

    /// <summary>Of the cases of an edge, the last and only the last has no <c>when</c>.</summary>
    public const string EdgeCases = "FNL023";

    /// <summary>A quantity is sold, but has no price.</summary>
    public const string QuantityWithoutPrice = "FNL024";

    /// <summary>A quantity has a price, but is not sold.</summary>
    public const string PriceWithoutQuantity = "FNL025";

    /// <summary>The first tier does not start where the quantities do.</summary>
    public const string FirstTier = "FNL026";

    /// <summary>The product is not sold in this quantity.</summary>
    public const string QuantityNotSold = "FNL027";

    /// <summary>A percentage cannot be taken of this here.</summary>
    public const string PercentageBase = "FNL028";

    /// <summary>The least is above the most: of a percentage's amount, or of a field's number.</summary>
    public const string LeastAboveMost = "FNL029";

    /// <summary>A product's defaults, or the choices that an effect makes, do not go together.</summary>
    public const string ChoicesDoNotGoTogether = "FNL030";

    /// <summary>A choice requires something of its own option.</summary>
    public const string RequiresItsOwnOption = "FNL031";

    /// <summary>Conditions know no such fact.</summary>
    public const string UnknownFact = "FNL032";

    /// <summary>A fact about an offer is asked where there is none.</summary>
    public const string FactNeedsAnOffer = "FNL033";

    /// <summary>The test does not fit the fact.</summary>
    public const string TestDoesNotFit = "FNL034";

    /// <summary>What the fact is held against is not of its kind.</summary>
    public const string OperandDoesNotFit = "FNL035";

    /// <summary>An offer, or one of its effects, does nothing.</summary>
    public const string NoEffect = "FNL036";

    /// <summary>What an effect is on can never be there when it is offered.</summary>
    public const string NeverThere = "FNL037";

    /// <summary>More than one effect of an offer asks the shopper.</summary>
    public const string AsksTwice = "FNL038";

    /// <summary>An offer needs a title of its own.</summary>
    public const string TitleNeeded = "FNL039";

    /// <summary>Something speaks of shipping, or of tax, that the funnel does not declare.</summary>
    public const string NotDeclared = "FNL040";

    /// <summary>A step has nothing to show: no offers or, for a form, no fields.</summary>
    public const string EmptyStep = "FNL041";

    /// <summary>The property belongs to another kind of step.</summary>
    public const string NotOfThisKind = "FNL042";

    /// <summary>The picks of a step cannot be made.</summary>
    public const string Pick = "FNL043";

    /// <summary>A rung of mix and match is out of order, out of reach or on nothing.</summary>
    public const string SelectionDiscounts = "FNL044";

    /// <summary>The property does not go with this type of field, or one that the type needs is missing.</summary>
    public const string FieldType = "FNL045";

    /// <summary>A step is never shown on any walk.</summary>
    public const string StepNeverShown = "FNL046";

    /// <summary>An offer is never shown on any walk.</summary>
    public const string OfferNeverShown = "FNL047";

    /// <summary>A walk comes to a step that no answer leads out of.</summary>
    public const string DeadEnd = "FNL048";

    /// <summary>A step that sells something more cannot be declined.</summary>
    public const string CannotBeDeclined = "FNL049";

    /// <summary>A walk ends with nothing in the order.</summary>
    public const string EmptyOrder = "FNL050";

    /// <summary>On some walk a multiply is dearer than buying as much.</summary>
    public const string DearerThanBuying = "FNL051";

    /// <summary>There are too many states to look at all walks.</summary>
    public const string CensusStopped = "FNL052";

    /// <summary>Lint has no rule of this code, so that no level can be set for it.</summary>
    public const string UnknownLintRule = "FNL053";

    /// <summary>A step would show more choices than can be priced while a shopper waits.</summary>
    public const string StepTooLarge = "FNL054";

    /// <summary>The definition was sent as one of another funnel.</summary>
    public const string OtherFunnel = "FNL060";
}
