using System.Globalization;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Portal.Testing;

/// <summary>Builds the request that a browser would send for a form.</summary>
internal static class FormReader
{
    public static HttpRequestMessage Read(PortalPage page, string selector, object? values, TestFile[] files)
    {
        var found = page.Find(selector);
        var form = found as IHtmlFormElement ?? FormOf(page, found);
        Assert.True(form is not null, $"'{selector}' is in no form of {page}");
        var button = found is IHtmlFormElement ? null : found;
        var fields = Fields(page, form!, button);
        Override(fields, form!, values, files);

        var method = button?.GetAttribute("formmethod") ?? form!.GetAttribute("method") ?? "get";
        var action = button?.GetAttribute("formaction") ?? form!.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? page.Url : new Uri(page.Url, action);
        return method.Equals("post", StringComparison.OrdinalIgnoreCase)
            ? new HttpRequestMessage(HttpMethod.Post, address) { Content = Content(form!, fields, files) }
            : new HttpRequestMessage(HttpMethod.Get, new UriBuilder(address) { Query = Query(fields) }.Uri);
    }

    private static IHtmlFormElement? FormOf(PortalPage page, IElement element) => element.GetAttribute("form") is { } id
        ? page.Document.GetElementById(id) as IHtmlFormElement
        : element.Closest("form") as IHtmlFormElement;

    private static List<KeyValuePair<string, string>> Fields(PortalPage page, IHtmlFormElement form, IElement? button)
    {
        var owned = page.Document.QuerySelectorAll("input, select, textarea, button").Where(element => FormOf(page, element) == form);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in owned)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled") || element.Closest("fieldset[disabled]") is not null)
                continue;
            fields.AddRange(ValuesOf(element, button).Select(value => KeyValuePair.Create(name, value)));
        }

        return fields;
    }

    private static IEnumerable<string> ValuesOf(IElement element, IElement? button) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } input => input.IsChecked ? [input.GetAttribute("value") ?? "on"] : [],
        IHtmlInputElement { Type: "file" or "button" or "reset" } => [],
        IHtmlInputElement { Type: "submit" } input => input == button ? [input.Value] : [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
        IHtmlButtonElement submit => submit == button ? [submit.GetAttribute("value") ?? ""] : [],
        _ => [],
    };

    private static void Override(List<KeyValuePair<string, string>> fields, IHtmlFormElement form, object? values, TestFile[] files)
    {
        var names = form.Owner!.QuerySelectorAll("[name]").Select(element => element.GetAttribute("name")!).ToHashSet();
        foreach (var (name, value) in Pairs(values))
        {
            Assert.True(names.Contains(name), $"The form has no field '{name}'; it has {string.Join(", ", names.Order())}.");
            fields.RemoveAll(field => field.Key == name);
            var texts = value switch
            {
                null => [],
                string text => [text],
                bool flag => [flag ? "true" : "false"],
                System.Collections.IEnumerable many => many.Cast<object>().Select(Text),
                _ => (IEnumerable<string>)[Text(value)],
            };
            fields.AddRange(texts.Select(text => KeyValuePair.Create(name, text)));
        }

        foreach (var file in files)
            Assert.True(names.Contains(file.Field), $"The form has no file field '{file.Field}'.");
    }

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(object? values) => values switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, object?>> pairs => pairs,
        IEnumerable<KeyValuePair<string, string>> texts => texts.Select(pair => KeyValuePair.Create(pair.Key, (object?)pair.Value)),
        _ => values.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, property.GetValue(values))),
    };

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static HttpContent Content(IHtmlFormElement form, List<KeyValuePair<string, string>> fields, TestFile[] files)
    {
        if (!string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            Assert.True(files.Length == 0, "The form takes no files: it lacks enctype=\"multipart/form-data\".");
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var file in files)
            content.Add(new ByteArrayContent(file.Content) { Headers = { ContentType = new MediaTypeHeaderValue(file.ContentType) } }, file.Field, file.Name);
        return content;
    }

    private static string Query(List<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
