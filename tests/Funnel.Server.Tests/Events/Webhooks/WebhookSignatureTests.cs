using System.Text;
using Funnel.Server.Events.Webhooks;

namespace Funnel.Server.Tests.Events.Webhooks;

public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const long Timestamp = 1_614_265_330;
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("{\"test\": 2432232314}");

    // The vector that the libraries of Standard Webhooks test with.
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    [Fact]
    public void The_published_vector_is_signed_as_published() => Assert.Equal(Signature, Sign(Secret));

    [Fact]
    public void Each_secret_signs_on_its_own()
    {
        var other = $"whsec_{Convert.ToBase64String(new byte[64])}";

        Assert.Equal($"{Sign(other)} {Signature}", Sign(other, Secret));
    }

    private static string Sign(params IEnumerable<string> secrets) =>
        WebhookSignature.Of(Id, Timestamp, Body, [.. secrets.Select(secret => WebhookSecret.Decode(secret)!)]);
}
