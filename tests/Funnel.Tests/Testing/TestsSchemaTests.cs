using System.Text;
using Funnel.Testing;

namespace Funnel.Tests.Testing;

public sealed class TestsSchemaTests
{
    [Fact]
    public void The_schema_beside_the_funnels_is_made_from_the_model() =>
        Approved.EqualFile("../../../funnels/tests.schema.json", Encoding.UTF8.GetString(TestsSchema.Utf8.Span));
}
