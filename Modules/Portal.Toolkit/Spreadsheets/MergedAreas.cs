using ExcelDataReader;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>The merged areas of a sheet, asked for row by row downwards.</summary>
internal sealed class MergedAreas
{
    private readonly CellRange[] _areas;
    private readonly List<CellRange> _open = [];
    private readonly int _most;
    private int _next;

    public MergedAreas(IEnumerable<CellRange>? areas, int columns)
    {
        _areas = areas is null ? [] : [.. areas.OrderBy(area => area.FromRow)];
        _most = columns;
    }

    /// <summary>Moves to a row, counted from 0.</summary>
    public void MoveTo(int row)
    {
        if (_open.Count > 0)
            _open.RemoveAll(area => area.ToRow < row);
        for (; _next < _areas.Length && _areas[_next].FromRow <= row; _next++)
        {
            // Areas cannot overlap, so a row cannot meet more of them than it has columns.
            if (_areas[_next].ToRow >= row && _open.Count < _most)
                _open.Add(_areas[_next]);
        }
    }

    /// <summary>Whether the cell lies under a merged area without being its top-left cell.</summary>
    public bool Covers(int row, int column)
    {
        foreach (var area in _open)
        {
            if (area.FromColumn <= column && column <= area.ToColumn)
                return area.FromRow != row || area.FromColumn != column;
        }

        return false;
    }
}
