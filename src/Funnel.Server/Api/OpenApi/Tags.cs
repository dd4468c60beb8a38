namespace Funnel.Server.Api.OpenApi;

/// <summary>The headings under which operations are found.</summary>
internal static class Tags
{
    public const string Orders = "Orders";
    public const string Funnels = "Funnels";
    public const string Merchants = "Merchants";
    public const string Definitions = "Definitions";
    public const string Health = "Health";

    /// <summary>In the order in which a reader wants them.</summary>
    public static IReadOnlyList<(string Name, string Description)> All { get; } =
    [
        (Orders, "Walk an order through a funnel, from its start to its completion."),
        (Funnels, "What can be ordered."),
        (Merchants, "Orders, what happened to them, and what webhooks could not be told; for the shop's own systems."),
        (
            Definitions,
            "What is sold: check it, draft it, publish it, look at earlier versions and restore them; for merchants."
        ),
        (Health, "What an orchestrator asks of the server."),
    ];
}
