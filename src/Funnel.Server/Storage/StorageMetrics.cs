using System.Diagnostics.Metrics;

namespace Funnel.Server.Storage;

/// <summary>What an operator watches of the store.</summary>
internal sealed class StorageMetrics
{
    public StorageMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Funnel.Server");

        BatchSize = meter.CreateHistogram(
            "funnel.storage.batch.size",
            unit: "{write}",
            description: "How many writes shared one commit.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] }
        );
        WriteDuration = meter.CreateHistogram(
            "funnel.storage.write.duration",
            unit: "s",
            description: "From handing a write in until it is durable, the wait for its turn included.",
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            }
        );
    }

    public Histogram<int> BatchSize { get; }

    public Histogram<double> WriteDuration { get; }
}
