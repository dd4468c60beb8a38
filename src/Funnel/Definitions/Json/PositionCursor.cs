namespace Funnel.Definitions.Json;

/// <summary>Turns byte offsets, asked for in ascending order, into lines and columns in one pass.</summary>
internal ref struct PositionCursor(ReadOnlySpan<byte> utf8)
{
    private readonly ReadOnlySpan<byte> _utf8 = utf8;
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    public Position At(int offset)
    {
        for (; _offset < offset && _offset < _utf8.Length; _offset++)
        {
            var unit = _utf8[_offset];
            if (unit == '\n')
            {
                _line++;
                _column = 1;
            }
            else if (!IsContinuation(unit))
            {
                _column++;
            }
        }

        return new(_line, _column);
    }

    private static bool IsContinuation(byte unit) => (unit & 0xC0) == 0x80;
}
