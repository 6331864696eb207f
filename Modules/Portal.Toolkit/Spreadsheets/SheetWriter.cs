using System.Globalization;
using System.IO.Packaging;
using DocumentFormat.OpenXml;
using X = DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// Writes an .xlsx row by row in constant memory: begin a sheet, write its rows, begin the next, dispose. Text is always
/// written as text, so that a value beginning with = stays inert.
/// </summary>
/// <remarks>For a page use <see cref="Spreadsheet"/>.</remarks>
public sealed class SheetWriter : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ContentTypes = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int MaxRows = 1_048_576;
    private const int MaxListLength = 255;

    // The SDK's SpreadsheetDocument wants a readable package, which holds every part in memory; a write-only one streams.
    private readonly Package _package;
    private readonly List<string> _sheets = [];
    private readonly X.Row _row = new();
    private IReadOnlyList<SheetColumn> _columns = [];
    private SheetLayout _layout = new();
    private Stream? _part;
    private OpenXmlWriter? _xml;
    private CellWriter? _cells;
    private int _rows;
    private bool _broken;

    /// <summary>Writes to a stream, which stays open.</summary>
    public SheetWriter(Stream stream) => _package = Package.Open(stream, FileMode.Create, FileAccess.Write);

    /// <summary>Ends the sheet before, if any, and writes the header of a new one.</summary>
    public void BeginSheet(string name, IReadOnlyList<SheetColumn> columns, SheetLayout? layout = null)
    {
        EndSheet();
        (_columns, _layout, _rows) = (columns, layout ?? new SheetLayout(), 1);
        _sheets.Add(SheetText.SheetName(name, _sheets));
        (_part, _xml) = Write(CreatePart($"/xl/worksheets/sheet{_sheets.Count}.xml", "worksheet"));
        _cells = new CellWriter(_xml);

        _xml.WriteStartElement(new X.Worksheet());
        WriteView(_xml);
        WriteColumns(_xml);
        _xml.WriteStartElement(new X.SheetData());
        _xml.WriteStartElement(_row);
        foreach (var column in columns)
            _cells.WriteText(column.Header, SheetStyles.Header);
        _xml.WriteEndElement();
    }

    /// <summary>
    /// Writes a row: strings, numbers, dates, booleans, nulls or <see cref="Cell"/>s, in the order of the columns.
    /// </summary>
    public void WriteRow(params ReadOnlySpan<object?> values)
    {
        if (_xml is null || _cells is null)
            throw new InvalidOperationException("Begin a sheet before its rows.");
        if (++_rows > MaxRows)
            throw new SpreadsheetException($"超过 {MaxRows} 行", "请缩小范围后分几次导出");

        _broken = true;
        _xml.WriteStartElement(_row);
        for (var i = 0; i < values.Length; i++)
            _cells.Write(values[i], i < _columns.Count ? _columns[i].Format : SheetFormat.General);
        _xml.WriteEndElement();
        _broken = false;
    }

    public void Dispose()
    {
        if (_broken)
        {
            _part?.Dispose();
            return;
        }

        if (_sheets.Count == 0)
            BeginSheet("Sheet", []);
        EndSheet();
        WriteStyles();
        WriteWorkbook();
        _package.Close();
    }

    private void EndSheet()
    {
        if (_xml is null)
            return;
        _xml.WriteEndElement();
        if (_layout.Filter && _columns.Count > 0)
            _xml.WriteElement(new X.AutoFilter { Reference = $"A1:{Letters(_columns.Count - 1)}{_rows}" });
        WriteValidations(_xml);
        _xml.WriteEndElement();
        ClosePart(_part, _xml);
        (_part, _xml, _cells) = (null, null, null);
    }

    private void WriteView(OpenXmlWriter xml)
    {
        var view = new X.SheetView { WorkbookViewId = 0 };
        if (_layout.FreezeHeader)
        {
            view.Append(new X.Pane
            {
                VerticalSplit = 1,
                TopLeftCell = "A2",
                ActivePane = X.PaneValues.BottomLeft,
                State = X.PaneStateValues.Frozen,
            });
        }

        xml.WriteElement(new X.SheetViews(view));
    }

    private void WriteColumns(OpenXmlWriter xml)
    {
        if (_columns.Count == 0)
            return;
        xml.WriteElement(new X.Columns(_columns.Select((column, i) => new X.Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
            Style = (uint)SheetStyles.For(column.Format),
        })));
    }

    private void WriteValidations(OpenXmlWriter xml)
    {
        var lists = _columns.Select((column, i) => (List: string.Join(',', column.Choices), column.Choices, Column: Letters(i)))
            .Where(entry => entry.List.Length is > 0 and <= MaxListLength && !entry.Choices.Any(choice => choice.AsSpan().ContainsAny(',', '"')))
            .Select(entry => new X.DataValidation(new X.Formula1($"\"{entry.List}\""))
            {
                Type = X.DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                Error = $"只能为 {entry.List}",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{entry.Column}2:{entry.Column}{Math.Max(_rows, 20_001)}" },
            })
            .ToList();
        if (lists.Count > 0)
            xml.WriteElement(new X.DataValidations(lists) { Count = (uint)lists.Count });
    }

    private void WriteStyles()
    {
        var (stream, xml) = Write(CreatePart("/xl/styles.xml", "styles"));
        xml.WriteElement(SheetStyles.Create());
        ClosePart(stream, xml);
    }

    private void WriteWorkbook()
    {
        var part = CreatePart("/xl/workbook.xml", "sheet.main");
        _package.CreateRelationship(part.Uri, TargetMode.Internal, Relationships + "/officeDocument");
        part.CreateRelationship(Target("/xl/styles.xml"), TargetMode.Internal, Relationships + "/styles");
        var (stream, xml) = Write(part);
        xml.WriteElement(new X.Workbook(new X.Sheets(_sheets.Select((name, i) => new X.Sheet
        {
            Name = name,
            SheetId = (uint)i + 1,
            Id = part.CreateRelationship(Target($"/xl/worksheets/sheet{i + 1}.xml"), TargetMode.Internal, Relationships + "/worksheet").Id,
        }))));
        ClosePart(stream, xml);
    }

    private PackagePart CreatePart(string path, string type) =>
        _package.CreatePart(Target(path), $"{ContentTypes}{type}+xml", CompressionOption.Fast);

    private static (Stream Stream, OpenXmlWriter Xml) Write(PackagePart part)
    {
        var stream = part.GetStream();
        var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartDocument(true);
        return (stream, xml);
    }

    private static void ClosePart(Stream? stream, OpenXmlWriter xml)
    {
        xml.Dispose();
        stream?.Dispose();
    }

    private static Uri Target(string path) => new(path, UriKind.Relative);

    private static string Letters(int column) => column < 26
        ? ((char)('A' + column)).ToString(CultureInfo.InvariantCulture)
        : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
