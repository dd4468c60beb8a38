namespace Funnel.Server.Commands;

/// <summary>What commands end with, for scripts.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;

    /// <summary>What was asked about is not as it should be: there are errors, or differences.</summary>
    public const int Found = 1;

    /// <summary>The command was called wrongly, or a file cannot be read.</summary>
    public const int WrongUse = 2;
}
