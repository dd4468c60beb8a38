using System.Collections.Immutable;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Events.Webhooks;

/// <summary>The configured endpoints.</summary>
internal sealed class WebhookEndpoints(IOptions<WebhooksOptions> options)
{
    public ImmutableArray<WebhookEndpoint> All { get; } =
    [.. options.Value.Endpoints.Select(endpoint => new WebhookEndpoint(endpoint.Key, endpoint.Value))];

    /// <summary>The endpoint of that name, in any case, as configuration takes names; null when it is configured no longer.</summary>
    public WebhookEndpoint? Find(string name) =>
        All.FirstOrDefault(endpoint => endpoint.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
