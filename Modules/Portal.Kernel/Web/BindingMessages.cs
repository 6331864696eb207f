using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Options;

namespace Portal.Web;

/// <summary>What the framework says of values it cannot read, in Chinese.</summary>
internal sealed class BindingMessages : IConfigureOptions<MvcOptions>, IConfigureOptions<MvcViewOptions>, IValidationMetadataProvider
{
    private const string Missing = "请填写这一项";

    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}”不是有效的值");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}”不是有效的值");
        messages.SetValueIsInvalidAccessor(value => $"“{value}”不是有效的值");
        messages.SetUnknownValueIsInvalidAccessor(_ => "填写的值无效");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "填写的值无效");
        messages.SetValueMustBeANumberAccessor(_ => "请填写数字");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "请填写数字");
        messages.SetValueMustNotBeNullAccessor(_ => Missing);
        messages.SetMissingBindRequiredValueAccessor(_ => Missing);
        messages.SetMissingKeyOrValueAccessor(() => Missing);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "没有收到提交的内容");
        options.ModelMetadataDetailsProviders.Add(this);
    }

    // The server validates; attributes for a script that is not there would only weigh.
    public void Configure(MvcViewOptions options) => options.HtmlHelperOptions.ClientValidationEnabled = false;

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var required in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>())
        {
            if (required.ErrorMessage is null && required.ErrorMessageResourceName is null)
                required.ErrorMessage = Missing;
        }
    }
}
