namespace Funnel.Pricing;

/// <summary>Chooses the shipping method.</summary>
internal sealed class ShipEffect(string method) : Effect
{
    public override Obstacle Apply(EffectScope scope)
    {
        scope.Basket.Ship(method);
        return Obstacle.None;
    }
}
