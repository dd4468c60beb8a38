namespace Funnel.Pricing;

/// <summary>Obstacles as the reason in a sentence: <c>it is not available: nothing would change</c>.</summary>
internal static class ObstacleWords
{
    public static string InWords(this Obstacle obstacle) =>
        obstacle switch
        {
            Obstacle.Condition => "its condition does not hold",
            Obstacle.LineAbsent => "the line that it changes is not in the order",
            Obstacle.ParentAbsent => "the line that it belongs to is not in the order",
            Obstacle.PriceBaseAbsent => "what its price is a percentage of is not in the order",
            Obstacle.ChangesNothing => "nothing would change",
            Obstacle.ChoicesConflict => "it does not go with the line's other choices",
            Obstacle.QuantityNotSold => "the product is not sold in the line's quantity",
            Obstacle.ChoiceNotSold => "the product is not sold with that choice",
            Obstacle.NothingThere => "nothing that it is on is in the order",
            Obstacle.LineFinal => "it touches a multiplied line, which is final",
            Obstacle.TooLarge => "the amounts are too large to be exact",
            _ => throw new InvalidOperationException("There is no obstacle."),
        };
}
