using System.Diagnostics.Metrics;

namespace Funnel.Server.Events.Webhooks;

/// <summary>What an operator watches of webhooks.</summary>
internal sealed class WebhookMetrics
{
    private readonly Histogram<double> _attempts;

    public WebhookMetrics(IMeterFactory meters) =>
        _attempts = meters
            .Create("Funnel.Server")
            .CreateHistogram(
                "funnel.webhook.attempt.duration",
                unit: "s",
                description: "One attempt to deliver an event to an endpoint. Its count, by outcome, is that of the attempts.",
                advice: new InstrumentAdvice<double>
                {
                    HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
                }
            );

    public void Attempted(WebhookEndpoint endpoint, WebhookResult result, TimeSpan duration) =>
        _attempts.Record(
            duration.TotalSeconds,
            new("funnel.webhook.endpoint", endpoint.Name),
            new("funnel.webhook.outcome", OutcomeOf(result))
        );

    private static string OutcomeOf(WebhookResult result) =>
        result switch
        {
            WebhookResult.Delivered => "delivered",
            WebhookResult.Failed { Gone: true } => "gone",
            _ => "failed",
        };
}
