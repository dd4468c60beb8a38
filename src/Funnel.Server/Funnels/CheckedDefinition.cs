using Funnel.Checking;
using Funnel.Definitions;
using Funnel.Machine;

namespace Funnel.Server.Funnels;

/// <summary>A file and what is to be said about it.</summary>
internal sealed record CheckedDefinition
{
    private CheckedDefinition(ReadOnlyMemory<byte> content, CheckReport report) =>
        (Content, Report) = (content, report);

    public ReadOnlyMemory<byte> Content { get; }

    public CheckReport Report { get; }

    /// <summary>Compiled; null where there are errors.</summary>
    public FunnelMachine? Machine => Report.HasErrors ? null : Report.Machine;

    /// <param name="funnelId">The funnel that it is meant for; null for whichever it says.</param>
    public static CheckedDefinition Of(ReadOnlyMemory<byte> content, string? funnelId)
    {
        var report = Check.Run(content.Span);
        if (funnelId is not null && IsOfAnother(report, funnelId))
        {
            report = WithOtherFunnel(report, content.Span, funnelId);
        }

        return new(content, report);
    }

    /// <summary>Whether it says another id. One that cannot be read has been reported.</summary>
    private static bool IsOfAnother(CheckReport report, string funnelId) =>
        report.Definition is { Id: { Length: > 0 } id }
        && id != funnelId
        && report.Problems.All(problem => problem.Pointer != "/id");

    private static CheckReport WithOtherFunnel(CheckReport report, ReadOnlySpan<byte> content, string funnelId)
    {
        var problem = DefinitionReader
            .Read(content)
            .Problem(
                CheckCodes.OtherFunnel,
                Severity.Error,
                "/id",
                $"This is a definition of \"{report.Definition!.Id}\", and was sent as one of \"{funnelId}\". Send it to its own address, or change its id."
            );
        return report with
        {
            Problems = [.. report.Problems.Append(problem).OrderBy(one => one.Line).ThenBy(one => one.Column)],
        };
    }
}
