using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Portal.Testing;

namespace Portal.Specification.Tests.Attachments;

/// <summary>A multipart body byte by byte, as no well-behaved browser would send it.</summary>
internal sealed class RawForm
{
    public const string ContentType = $"multipart/form-data; boundary={Boundary}";
    private const string Boundary = "----portal-test";
    private readonly MemoryStream _body = new();

    /// <summary>Begins with the hidden fields of the page's form and a text.</summary>
    public static RawForm Of(PortalClient client, string note = "说明文字") => new RawForm()
        .Field("__RequestVerificationToken", client.Page.Find("[name=__RequestVerificationToken]").GetAttribute("value")!)
        .Field("attachments-draft", client.Page.Find("[name=attachments-draft]").GetAttribute("value")!)
        .Field("Note", note);

    public RawForm Field(string name, string value) => Part($"form-data; name=\"{name}\"", Encoding.UTF8.GetBytes(value));

    public RawForm File(string name, ReadOnlySpan<byte> content) => Part($"form-data; name=\"attachments\"; filename=\"{name}\"", content);

    public async Task<PortalPage> PostAsync(PortalClient client, string address, bool isWhole = true)
    {
        if (isWhole)
            Write($"--{Boundary}--\r\n");
        using var content = new ByteArrayContent(_body.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return await PortalPage.ReadAsync(await client.Http.PostAsync(new Uri(address, UriKind.Relative), content));
    }

    /// <summary>The same body with a file of any size, made up while it is sent.</summary>
    /// <param name="name">Name of the file.</param>
    /// <param name="size">Its bytes; those after the signature are blanks.</param>
    /// <param name="isAnnounced">Whether the length is said beforehand; otherwise the body is chunked.</param>
    /// <param name="hold">Bytes after which the body stands still until it is cancelled.</param>
    public HttpContent Endless(string name, long size, bool isAnnounced, long? hold = null)
    {
        var content = new GeneratedContent(Begin(name, 5), size - 5, Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n"), isAnnounced, hold);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        return content;
    }

    /// <summary>The body up to so many bytes of a file that goes on.</summary>
    public byte[] Begin(string name, int size)
    {
        Write($"--{Boundary}\r\nContent-Disposition: form-data; name=\"attachments\"; filename=\"{name}\"\r\n\r\n");
        _body.Write(Files.Content("%PDF-"u8, size));
        return _body.ToArray();
    }

    private RawForm Part(string disposition, ReadOnlySpan<byte> content)
    {
        Write(string.Create(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Disposition: {disposition}\r\n\r\n"));
        _body.Write(content);
        Write("\r\n");
        return this;
    }

    private void Write(string text) => _body.Write(Encoding.UTF8.GetBytes(text));

    private sealed class GeneratedContent(byte[] head, long size, byte[] tail, bool isAnnounced, long? hold) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(head, cancellationToken);
            var block = new byte[64 * 1024];
            Array.Fill(block, (byte)' ');
            for (var sent = 0L; sent < size;)
            {
                if (sent >= hold)
                {
                    await stream.FlushAsync(cancellationToken);
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                }

                var part = (int)Math.Min(block.Length, size - sent);
                await stream.WriteAsync(block.AsMemory(0, part), cancellationToken);
                sent += part;
            }

            await stream.WriteAsync(tail, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = head.Length + size + tail.Length;
            return isAnnounced;
        }
    }
}
