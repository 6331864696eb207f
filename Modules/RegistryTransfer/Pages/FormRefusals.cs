using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Portal.RegistryTransfer.Pages;

internal static class FormRefusals
{
    /// <summary>Puts a refusal beside the input of <c>Form</c> it belongs to, or on top.</summary>
    public static void AddToForm(this ModelStateDictionary state, RefusedException refusal) =>
        state.AddModelError(refusal.Field.Length == 0 ? "" : $"Form.{refusal.Field}", refusal.Message);
}
