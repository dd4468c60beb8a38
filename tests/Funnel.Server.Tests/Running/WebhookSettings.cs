namespace Funnel.Server.Tests.Running;

/// <summary>Settings of servers that tell a receiver on this machine.</summary>
internal static class WebhookSettings
{
    public const string Secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    /// <summary>The same with an endpoint more.</summary>
    public static ServerSettings Telling(
        this ServerSettings settings,
        string endpoint,
        WebhookReceiver receiver,
        params IReadOnlyList<string> events
    ) =>
        settings with
        {
            More = new Dictionary<string, string>(settings.More)
            {
                ["Webhooks:AllowPrivateTargets"] = "true",
                [$"Webhooks:Endpoints:{endpoint}:Url"] = new Uri(receiver.Address, endpoint).ToString(),
                [$"Webhooks:Endpoints:{endpoint}:Secrets:0"] = Secret,
            }
                .Concat(
                    events.Select((type, i) => KeyValuePair.Create($"Webhooks:Endpoints:{endpoint}:Events:{i}", type))
                )
                .ToDictionary(),
        };
}
