namespace Funnel.Server.Events.Webhooks;

/// <summary>Who is told what happens to orders; the configuration section <c>Webhooks</c>.</summary>
internal sealed class WebhooksOptions
{
    public const string Section = "Webhooks";

    /// <summary>By name: 1 to 64 of <c>A-Z a-z 0-9 _ -</c>.</summary>
    public Dictionary<string, WebhookEndpointOptions> Endpoints { get; } = [];

    /// <summary>Whether endpoints may be in private networks and on this machine, and be called by plain http.</summary>
    public bool AllowPrivateTargets { get; set; }
}

/// <summary>One endpoint as it is configured.</summary>
internal sealed class WebhookEndpointOptions
{
    /// <summary>Where events are posted to: https, without user information and fragment.</summary>
    public string Url { get; set; } = "";

    /// <summary>Each <c>whsec_</c> and 24 to 64 bytes in base64. Every call is signed with all of them, so that one can replace another.</summary>
    public List<string> Secrets { get; } = [];

    /// <summary>Which of <see cref="EventTypes"/> are sent. None stands for all.</summary>
    public List<string> Events { get; } = [];
}
