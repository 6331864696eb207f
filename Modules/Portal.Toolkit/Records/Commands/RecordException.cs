namespace Portal.Toolkit.Records.Commands;

/// <summary>A command on a record was refused; nothing was written. Pages answer with <see cref="StatusCode"/>.</summary>
public abstract class RecordException(string message, int statusCode) : Exception(message)
{
    /// <summary>HTTP status of the answer.</summary>
    public int StatusCode { get; } = statusCode;
}

/// <summary>404: there is no such record, or not for this post.</summary>
public sealed class RecordNotFoundException() : RecordException("没有找到这条记录，可能地址有误，或者不属于您的单位。", 404);

/// <summary>403: the record may be read, but not this.</summary>
public sealed class RecordForbiddenException(string message) : RecordException(message, 403);
