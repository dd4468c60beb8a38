using System.Reflection;

namespace Funnel.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void The_engine_depends_on_the_runtime_alone() =>
        Assert.All(
            Assembly.Load("Funnel").GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal)
        );
}
