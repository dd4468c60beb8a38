using Funnel.Checking;

namespace Funnel.Tests.Checking;

public sealed class GraphTests
{
    [Theory]
    [InlineData("/steps/2/onAccept", "\"paper\"", "", "paper → extras → paper")]
    [InlineData("/steps/1/next/1/to", "\"cards\"", "", "cards → paper → cards")]
    [InlineData("/steps/3/next", "\"details\"", "", "details → details")]
    [InlineData("/steps/2/onDecline", """[{ "to": "cards" }]""", "/0/to", "cards → paper → extras → cards")]
    public void Cycle_is_named_where_it_leads_back(string pointer, string json, string at, string cycle)
    {
        var problem = CheckedShop
            .Check(CheckedShop.With(pointer, json))
            .Problems.First(problem => problem.Code == CheckCodes.Cycle);

        Assert.Equal(pointer + at, problem.Pointer);
        Assert.Contains($": {cycle}.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cycle_over_a_step_ahead_is_reported_once_at_the_way_back()
    {
        var ahead = CheckedShop.With("/steps/1/next", "\"details\"");

        Assert.Equal(
            ["FNL021 /steps/3/next"],
            CheckedShop.ProblemsOf(CheckedShop.With("/steps/3/next", "\"extras\"", ahead)).Where(IsOfCycles)
        );

        static bool IsOfCycles(string problem) => problem.StartsWith(CheckCodes.Cycle, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_that_no_edge_leads_to_is_unreachable() =>
        Assert.Equal(["FNL022 /steps/2"], CheckedShop.ProblemsWith("/steps/1/next", "\"details\""));

    [Fact]
    public void Step_behind_one_that_must_be_accepted_needs_an_edge_of_accepting_or_passing()
    {
        var elsewhere = CheckedShop.With("/steps/0/onAccept", "\"extras\"");

        Assert.Empty(CheckedShop.ProblemsOf(elsewhere));
        Assert.Equal(
            ["FNL022 /steps/1"],
            CheckedShop.ProblemsOf(CheckedShop.With("/steps/0/onPass", "\"extras\"", elsewhere))
        );
    }

    [Fact]
    public void Step_behind_one_that_can_be_declined_is_reachable_by_declining()
    {
        var elsewhere = CheckedShop.With("/steps/2/onPass", "\"thanks\"");

        Assert.Empty(CheckedShop.ProblemsOf(CheckedShop.With("/steps/2/onAccept", "\"thanks\"", elsewhere)));
    }

    [Fact]
    public void Case_before_the_last_has_a_condition() =>
        Assert.Equal(["FNL023 /steps/1/next/1"], CheckedShop.ProblemsOf(CheckedShop.Without("/steps/1/next/1/when")));

    [Fact]
    public void Last_case_has_no_condition() =>
        Assert.Equal(
            ["FNL023 /steps/1/next/2/when"],
            CheckedShop.ProblemsWith("/steps/1/next/2/when", """{ "fact": "date", "exists": true }""")
        );
}
