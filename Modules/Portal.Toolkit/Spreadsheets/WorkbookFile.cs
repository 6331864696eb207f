using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Portal.Toolkit.Spreadsheets;

/// <summary>
/// An opened .xls or .xlsx workbook that has passed every check of <see cref="SpreadsheetLimits"/>. The content decides what
/// it is, not the name. Use an <see cref="ImportPlan{T}"/> to read it.
/// </summary>
public sealed class WorkbookFile : IDisposable
{
    private static readonly byte[] _ole = [0xD0, 0xCF, 0x11, 0xE0];
    private static readonly byte[] _zip = [(byte)'P', (byte)'K', 3, 4];
    private readonly Stream? _copy;

    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookFile(IExcelDataReader reader, WorkbookFormat format, SpreadsheetLimits limits, string? note, Stream? copy)
    {
        (Reader, Format, Limits, Note, _copy) = (reader, format, limits, note, copy);
    }

    /// <summary>What the content is.</summary>
    public WorkbookFormat Format { get; }

    /// <summary>What the user should know though the file was read, for instance that its extension is wrong; or null.</summary>
    public string? Note { get; }

    internal IExcelDataReader Reader { get; }

    internal SpreadsheetLimits Limits { get; }

    /// <summary>Checks and opens a workbook. The stream stays open and must live as long as the workbook.</summary>
    /// <exception cref="SpreadsheetException">The file is refused.</exception>
    public static WorkbookFile Open(Stream content, string fileName, SpreadsheetLimits? limits = null)
    {
        limits ??= SpreadsheetLimits.Default;
        var named = NamedFormat(fileName);
        var copy = content.CanSeek ? null : Copy(content, limits);
        var stream = copy ?? content;
        if (stream.Length > limits.Bytes)
            throw TooManyBytes(limits);

        var format = Sniff(stream);
        var note = format == named
            ? null
            : $"文件内容是 {Name(format)} 格式，扩展名却是 .{Name(named)}，已按实际内容读取";
        return Guard(() =>
        {
            if (format == WorkbookFormat.Xls && HoldsEncryptedPackage(stream))
                throw SpreadsheetException.Encrypted();
            if (format == WorkbookFormat.Xlsx && ZipGuard.Check(stream, limits))
                stream = copy = HiddenRows.Rewrite(stream);
            var configuration = new ExcelReaderConfiguration { FallbackEncoding = Encoding.GetEncoding(936), LeaveOpen = true };
            var reader = format == WorkbookFormat.Xls
                ? ExcelReaderFactory.CreateBinaryReader(stream, configuration)
                : ExcelReaderFactory.CreateOpenXmlReader(stream, configuration);
            return new WorkbookFile(reader, format, limits, note, copy);
        });
    }

    public void Dispose()
    {
        Reader.Dispose();
        _copy?.Dispose();
    }

    /// <summary>Runs a step of the third-party reader; whatever a broken file makes it throw becomes one answer.</summary>
    internal static TResult Guard<TResult>(Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException exception)
        {
            throw SpreadsheetException.Encrypted(exception);
        }
        catch (Exception exception) when (exception is not (SpreadsheetException or OperationCanceledException or OutOfMemoryException))
        {
            throw SpreadsheetException.Invalid(exception);
        }
    }

    private static WorkbookFormat NamedFormat(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".XLS" => WorkbookFormat.Xls,
        ".XLSX" => WorkbookFormat.Xlsx,
        _ => throw SpreadsheetException.Unsupported(),
    };

    private static WorkbookFormat Sniff(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (start[..read].SequenceEqual(_ole))
            return WorkbookFormat.Xls;
        if (start[..read].SequenceEqual(_zip))
            return WorkbookFormat.Xlsx;
        throw SpreadsheetException.Invalid();
    }

    // An encrypted .xlsx is such a package. The reader opens one that has Excel's default password, past the limits for .xlsx.
    private static bool HoldsEncryptedPackage(Stream stream)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[81_920];
        var kept = 0;
        for (int read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = kept + read;
            if (buffer.AsSpan(0, filled).IndexOf(name) >= 0)
                return true;
            kept = Math.Min(name.Length - 1, filled);
            buffer.AsSpan(filled - kept, kept).CopyTo(buffer);
        }

        stream.Position = 0;
        return false;
    }

    private static MemoryStream Copy(Stream content, SpreadsheetLimits limits)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > limits.Bytes)
                throw TooManyBytes(limits);
        }

        return copy;
    }

    private static SpreadsheetException TooManyBytes(SpreadsheetLimits limits) =>
        new($"超过 {limits.Bytes >> 20} MB", "请拆成几个文件分别导入");

    private static string Name(WorkbookFormat format) => format == WorkbookFormat.Xls ? "xls" : "xlsx";
}
