using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Funnel.Benchmarks.Engine;

/// <summary>
/// The engine's figures beside its targets, within two minutes. The time is that of the fastest iteration: what the code
/// costs, whatever else the machine was doing.
/// </summary>
internal static class EngineTable
{
    private static readonly Target OneAnswer = new(Nanoseconds: 2_000, Bytes: 2_048);
    private static readonly Target OneCondition = new(Nanoseconds: 50, Bytes: 0);

    private static readonly Row[] Rows =
    [
        new("one answer, step 1", typeof(AnswerBenchmarks), nameof(AnswerBenchmarks.Walk), 1, OneAnswer),
        new("one answer, step 50", typeof(AnswerBenchmarks), nameof(AnswerBenchmarks.Walk), 50, OneAnswer),
        new("… through the order, step 1", typeof(AnswerBenchmarks), nameof(AnswerBenchmarks.Order), 1, OneAnswer),
        new("… through the order, step 50", typeof(AnswerBenchmarks), nameof(AnswerBenchmarks.Order), 50, OneAnswer),
        new("replay of 50 answers", typeof(ReplayBenchmarks), nameof(ReplayBenchmarks.FiftyAnswers)),
        new("quote, step 2", typeof(QuoteBenchmarks), nameof(QuoteBenchmarks.Deltas), 2),
        new("quote, step 50", typeof(QuoteBenchmarks), nameof(QuoteBenchmarks.Deltas), 50),
        new("compile the print shop", typeof(CompileBenchmarks), nameof(CompileBenchmarks.PrintShop)),
        new("condition, money", typeof(ConditionBenchmarks), nameof(ConditionBenchmarks.Money), null, OneCondition),
        new(
            "condition, all of 3",
            typeof(ConditionBenchmarks),
            nameof(ConditionBenchmarks.AllOfThree),
            null,
            OneCondition
        ),
        new(
            "condition, line 50 of 50",
            typeof(ConditionBenchmarks),
            nameof(ConditionBenchmarks.OptionOfLastLine),
            null,
            OneCondition
        ),
    ];

    /// <returns>The exit code: 1 where a target is missed or a figure is lacking.</returns>
    public static int Print(TextWriter output)
    {
        var types = Rows.Select(row => row.Type).Distinct().ToArray();
        var reports = BenchmarkRunner.Run(types, Config()).SelectMany(summary => summary.Reports).ToArray();

        output.WriteLine($"{"", -30}{"time", 12}{"target", 12}{"allocated", 12}{"target", 12}");
        var missed = false;
        foreach (var row in Rows)
        {
            var report = Array.Find(reports, report => row.IsOf(report.BenchmarkCase));
            var nanoseconds = report?.ResultStatistics?.Min ?? double.NaN;
            var bytes = report?.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? long.MaxValue;
            var met = row.Target is not { } target
                ? !double.IsNaN(nanoseconds)
                : nanoseconds <= target.Nanoseconds && bytes <= target.Bytes;
            output.WriteLine(
                $"{row.Name, -30}{Time(nanoseconds), 12}{Time(row.Target?.Nanoseconds), 12}{Size(bytes), 12}{Size(row.Target?.Bytes), 12}{(met ? "" : "  missed")}"
            );
            missed |= !met;
        }

        return missed ? 1 : 0;
    }

    private static ManualConfig Config() =>
        ManualConfig
            .CreateEmpty()
            .AddJob(
                // In process, so that nothing is generated, restored or built.
                Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)
                    .WithIterationTime(TimeInterval.FromMilliseconds(10))
                    .WithWarmupCount(100)
                    .WithIterationCount(80)
            )
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(NullLogger.Instance)
            .WithOptions(ConfigOptions.DisableLogFile);

    private static string Time(double? nanoseconds) =>
        nanoseconds switch
        {
            null => "",
            < 1_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0} ns"),
            < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.00} µs"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.00} ms"),
        };

    private static string Size(long? bytes) =>
        bytes switch
        {
            null => "",
            < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.0} KB"),
        };

    private sealed record Target(double Nanoseconds, long Bytes);

    private sealed record Row(string Name, Type Type, string Method, int? Step = null, Target? Target = null)
    {
        public bool IsOf(BenchmarkCase benchmark) =>
            benchmark.Descriptor.Type == Type
            && benchmark.Descriptor.WorkloadMethod.Name == Method
            && (Step is null || Equals(benchmark.Parameters[nameof(Step)], Step));
    }
}
