using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Portal.Toolkit.Components;

namespace Portal.Toolkit.Attachments;

/// <summary>A multipart body that is read once, forwards: first the fields, then file by file.</summary>
internal sealed class MultipartForm(HttpRequest request, string boundary)
{
    private const int MaxSections = 1024;
    private const int MaxFieldBytes = 1 << 20;
    private const long MaxDrained = 512L << 20;
    private static readonly TimeSpan MaxDraining = TimeSpan.FromSeconds(30);

    private readonly MultipartReader _reader = new(boundary, request.Body, 64 * 1024) { HeadersCountLimit = 16, HeadersLengthLimit = 16 * 1024 };
    private readonly byte[] _scratch = new byte[16 * 1024];
    private int _sections;
    private int _fieldBytes;

    /// <summary>The file that comes next; null after the last one.</summary>
    public FileMultipartSection? File { get; private set; }

    /// <summary>The button 上传附件, whose name comes after the files.</summary>
    public bool IsUploadOnly { get; private set; }

    /// <summary>Nothing more of the body is wanted.</summary>
    public bool IsCut { get; set; }

    private string TokenName => request.HttpContext.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.FormFieldName;

    public static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 128 } boundary ? boundary : null;

    /// <exception cref="BadHttpRequestException">Not a well-formed form, or fields of more than a megabyte.</exception>
    public async Task<FormCollection> ReadFieldsAsync(CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.OrdinalIgnoreCase);
        while (await NextAsync(cancellationToken) is { } field)
        {
            var value = await ValueAsync(field, cancellationToken);
            var known = fields.GetValueOrDefault(field.Name);

            // The form's tag helper adds a second token at its end, which is in front of the files when there are none.
            if (field.Name != TokenName || known.Count == 0)
                fields[field.Name] = StringValues.Concat(known, value);
        }

        return new FormCollection(fields);
    }

    /// <summary>Goes on to the next file. A field that comes after a file would be lost, so it is refused; those that browsers and tag helpers put there are harmless: an unused file field, a second token, the false of a checkbox.</summary>
    public async Task NextFileAsync(CancellationToken cancellationToken)
    {
        File = null;
        while (await NextAsync(cancellationToken) is { } field)
        {
            var value = await ValueAsync(field, cancellationToken);
            if (field.Name == AttachmentField.UploadName)
                IsUploadOnly = true;
            else if (field.Name is not AttachmentField.FileName && field.Name != TokenName && value != "false")
                throw new BadHttpRequestException($"The field '{field.Name}' stands behind the files of its form; it has to stand in front of them.");
        }
    }

    /// <summary>Reads what is left of the current file, to reach the next one; false when that is more than <paramref name="most"/> bytes.</summary>
    public async Task<bool> SkipAsync(long most, CancellationToken cancellationToken)
    {
        while (await ReadAsync(File!.FileStream!, _scratch, cancellationToken) is > 0 and var read)
        {
            most -= read;
            if (most < 0)
                return false;
        }

        return true;
    }

    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(MaxDraining);
        try
        {
            for (var drained = 0L; drained < MaxDrained;)
            {
                var read = await request.Body.ReadAsync(_scratch, limit.Token);
                if (read == 0)
                    return;
                drained += read;
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The answer was sent; whether the rest arrives does not matter.
        }
    }

    /// <summary>Reads from a section; a body that breaks off is the request's fault.</summary>
    public static async ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The upload broke off.", exception);
        }
    }

    /// <returns>The next field; null at a file, which is then <see cref="File"/>, and at the end.</returns>
    private async Task<FormMultipartSection?> NextAsync(CancellationToken cancellationToken)
    {
        if (++_sections > MaxSections)
            throw new BadHttpRequestException("The form has too many parts.");
        MultipartSection? section;
        try
        {
            section = await _reader.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is IOException and not BadHttpRequestException or InvalidDataException)
        {
            throw new BadHttpRequestException("The form is broken.", exception);
        }

        if (section is null)
            return null;
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition))
            throw new BadHttpRequestException("A part of the form has no name.");
        if (disposition.IsFileDisposition())
            File = new FileMultipartSection(section, disposition);
        return disposition.IsFormDisposition() ? new FormMultipartSection(section, disposition) : null;
    }

    private async Task<string> ValueAsync(FormMultipartSection field, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        while (await ReadAsync(field.Section.Body, _scratch, cancellationToken) is > 0 and var read)
        {
            _fieldBytes += read;
            if (_fieldBytes > MaxFieldBytes)
                throw new BadHttpRequestException("The fields of the form are too long.", StatusCodes.Status413PayloadTooLarge);
            text.Write(_scratch, 0, read);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
