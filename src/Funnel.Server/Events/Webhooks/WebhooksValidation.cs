using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Funnel.Server.Events.Webhooks;

/// <summary>What endpoints must be like. Nothing that is configured is repeated but a name: an address can hold a secret, too.</summary>
internal sealed partial class WebhooksValidation(IConfiguration configuration) : IValidateOptions<WebhooksOptions>
{
    private const string Endpoints = $"{WebhooksOptions.Section}:{nameof(WebhooksOptions.Endpoints)}";
    private const string MakeOne = "make one with: echo \"whsec_$(openssl rand -base64 32)\"";

    public ValidateOptionsResult Validate(string? name, WebhooksOptions options)
    {
        string[] problems =
        [
            .. configuration.GetSection(Endpoints).GetChildren().SelectMany(NotUnderstood),
            .. options.Endpoints.SelectMany(endpoint =>
                ProblemsOf($"{Endpoints}:{endpoint.Key}", endpoint.Key, endpoint.Value, options)
            ),
        ];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    // These are passed over when options are bound, and without its Events an endpoint would be sent everything.
    private static IEnumerable<string> NotUnderstood(IConfigurationSection endpoint)
    {
        if (!string.IsNullOrEmpty(endpoint.Value))
        {
            yield return $"{endpoint.Path} takes no value itself: set {endpoint.Path}:Url and {endpoint.Path}:Secrets:0.";
        }

        foreach (var setting in endpoint.GetChildren())
        {
            switch (setting.Key.ToUpperInvariant())
            {
                case "URL":
                    break;
                case "SECRETS" or "EVENTS":
                    if (!string.IsNullOrEmpty(setting.Value))
                    {
                        yield return $"{setting.Path} is a list: set {setting.Path}:0, {setting.Path}:1 …";
                    }

                    break;
                default:
                    yield return $"{setting.Path} is no setting: an endpoint has Url, Secrets and Events.";
                    break;
            }
        }
    }

    private static IEnumerable<string> ProblemsOf(
        string key,
        string name,
        WebhookEndpointOptions endpoint,
        WebhooksOptions options
    )
    {
        if (!Name().IsMatch(name))
        {
            yield return $"{key}: give it a name of 1 to 64 letters (A to Z), digits, - and _.";
        }

        if (ProblemOf(endpoint.Url, options.AllowPrivateTargets) is { } problem)
        {
            yield return $"{key}:Url {problem}";
        }

        if (endpoint.Secrets.Count == 0)
        {
            yield return $"{key}:Secrets:0 is missing; {MakeOne}";
        }

        for (var i = 0; i < endpoint.Secrets.Count; i++)
        {
            if (WebhookSecret.Decode(endpoint.Secrets[i]) is null)
            {
                yield return $"{key}:Secrets:{i} must be whsec_ and then 24 to 64 bytes in base64; {MakeOne}";
            }
        }

        for (var i = 0; i < endpoint.Events.Count; i++)
        {
            if (!EventTypes.All.Contains(endpoint.Events[i]))
            {
                yield return $"{key}:Events:{i} must be one of {string.Join(", ", EventTypes.All)}.";
            }
        }
    }

    private static string? ProblemOf(string url, bool allowPrivateTargets)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.Host.Length == 0
        )
        {
            return "must be an absolute address, as in https://shop.example/webhooks.";
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return "must have neither a user name and password nor a fragment (#…).";
        }

        if (allowPrivateTargets)
        {
            return null;
        }

        if (uri.Scheme != Uri.UriSchemeHttps)
        {
            return "must begin with https://; http:// is permitted with Webhooks:AllowPrivateTargets=true only.";
        }

        return IPAddress.TryParse(uri.Host, out var address) && !PublicAddresses.Contains(address)
            ? "must not be in a private network, save with Webhooks:AllowPrivateTargets=true."
            : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
