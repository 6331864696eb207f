using Microsoft.Extensions.DependencyInjection;
using Portal.Toolkit.Attachments;
using Portal.Toolkit.Imports;
using Portal.Toolkit.Records.Files;
using Portal.Toolkit.Records.Imports;
using Portal.Toolkit.Records.Reading;
using Portal.Toolkit.Records.Writing;
using Portal.Toolkit.Reviews;

namespace Portal.Toolkit.Records;

/// <summary>Registers the records of a module.</summary>
public static class RecordServices
{
    /// <summary>Makes the book and all record types of its assembly known; to be called in the module's <c>Startup</c>.</summary>
    public static IServiceCollection AddRecords<T>(this IServiceCollection services)
        where T : RecordBook, new()
    {
        var book = new T();
        services.AddSingleton<RecordBook>(book);
        services.AddScoped<IAttachmentAccess>(provider => new RecordFileAccess(book.ModuleId, provider.GetRequiredService<RecordQueries>()));
        foreach (var type in book.Types.Where(type => type.Route.Count > 0))
        {
            // Each page asks for all handlers, to know what waits: they must cost nothing to make.
            var route = RecordReviewHandler.RouteOf(book, type);
            services.AddScoped<ReviewHandler>(provider => new RecordReviewHandler(book, type, route, provider));
        }

        foreach (var type in book.Types.Where(type => type.MayImport))
            services.AddScoped<ImportDefinition>(provider => ActivatorUtilities.CreateInstance<RecordImport>(provider, book, type));
        return services;
    }
}
