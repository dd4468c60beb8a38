namespace Funnel.Server.Api;

/// <summary>Whom an operation serves: what <see cref="AccessGuard"/> asks for, and the API's document says.</summary>
internal enum Access
{
    /// <summary>Anyone.</summary>
    Anyone,

    /// <summary>Anyone; a merchant's key lets it say more.</summary>
    AnyoneOrMerchant,

    /// <summary>Who has the order's token, or a merchant's key.</summary>
    OrderHolder,

    /// <summary>Who has a merchant's key.</summary>
    Merchant,
}
