using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Funnel.Server.Events.Webhooks;

/// <summary>A configured endpoint, made ready once. It is no record, so that nothing prints its secrets.</summary>
internal sealed class WebhookEndpoint
{
    private readonly FrozenSet<string> _events;

    /// <param name="options">As <see cref="WebhooksValidation"/> lets them pass.</param>
    public WebhookEndpoint(string name, WebhookEndpointOptions options)
    {
        // Configuration takes names in any case; what is kept under them is kept under one.
        Name = name.ToLowerInvariant();
        Url = new Uri(options.Url);
        Secrets = [.. options.Secrets.Select(secret => WebhookSecret.Decode(secret)!)];
        _events = (options.Events.Count > 0 ? options.Events : EventTypes.All).ToFrozenSet();
    }

    public string Name { get; }

    public Uri Url { get; }

    public ImmutableArray<byte[]> Secrets { get; }

    public bool Wants(string type) => _events.Contains(type);
}
