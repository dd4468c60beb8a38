namespace Funnel.Checking;

/// <summary>
/// What a definition may have beyond what could be read of it. Where something is hidden, its absence is no finding: it would
/// only repeat what reading reports.
/// </summary>
internal sealed class Hidden
{
    private readonly DefinitionFile _file;

    public Hidden(DefinitionFile file, IReadOnlyList<StepSite> steps)
    {
        _file = file;
        var stepIsLost = file.IsMissing("/steps") || file.IsLost("/steps/*");
        var stepIsMisspelt = file.HasMisspelt("/steps/*");
        var offerIsLost = file.IsLost("/steps/*/offers") || file.IsLost("/steps/*/offers/*");
        Steps = stepIsLost || steps.Any(step => file.IsMissing($"{step.Pointer}/id"));
        Edges =
            Steps
            || stepIsMisspelt
            || file.IsUnread("/steps/*/next")
            || file.IsUnread("/steps/*/onAccept")
            || file.IsUnread("/steps/*/onDecline")
            || file.IsUnread("/steps/*/onPass");
        Offers =
            Steps
            || stepIsMisspelt
            || offerIsLost
            || steps.SelectMany(step => step.Offers).Any(offer => file.IsMissing($"{offer.Pointer}/id"));
        Lines =
            stepIsLost
            || stepIsMisspelt
            || offerIsLost
            || file.HasMisspelt("/steps/*/offers/*")
            || file.IsUnread("/steps/*/offers/*/add");
        ProductsOfLines = Lines || file.IsUnread("/steps/*/offers/*/swap");
        Inputs =
            stepIsLost
            || stepIsMisspelt
            || file.IsLost("/inputs")
            || file.IsLost("/steps/*/fields")
            || file.IsLost("/steps/*/fields/*")
            || steps.SelectMany(step => step.Fields).Any(field => file.IsMissing($"{field.Pointer}/id"));
        Products = file.IsMissing("/products");
        var wordOfProductIsLost = Products || file.IsLost("/products/*") || file.HasMisspelt("/products/*");
        Categories = wordOfProductIsLost || file.IsUnread("/products/*/category");
        Tags = wordOfProductIsLost || file.IsUnread("/products/*/tags");
    }

    /// <summary>Steps of other ids.</summary>
    public bool Steps { get; }

    /// <summary>Ways from step to step.</summary>
    public bool Edges { get; }

    /// <summary>Offers of other ids.</summary>
    public bool Offers { get; }

    /// <summary>Adds, and so lines.</summary>
    public bool Lines { get; }

    /// <summary>Products that a line may hold.</summary>
    public bool ProductsOfLines { get; }

    /// <summary>Inputs of the start or of a form.</summary>
    public bool Inputs { get; }

    public bool Products { get; }

    /// <summary>Categories that products name.</summary>
    public bool Categories { get; }

    /// <summary>Tags that products have.</summary>
    public bool Tags { get; }

    /// <summary>What a product is sold in: its quantities, or the price that they follow from.</summary>
    public bool QuantitiesOf(ProductSite product) =>
        _file.IsUnread($"{product.Pointer}/quantities")
        || _file.IsUnread($"{product.Pointer}/price")
        || !_file.IsWritten($"{product.Pointer}/price");

    public bool OptionsOf(ProductSite product) =>
        _file.IsLost(product.Pointer)
        || _file.IsLost($"{product.Pointer}/options")
        || _file.HasMisspelt(product.Pointer);
}
