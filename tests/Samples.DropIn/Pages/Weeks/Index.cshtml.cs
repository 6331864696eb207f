using System.ComponentModel.DataAnnotations;

namespace Portal.Samples.DropIn.Pages.Weeks;

[RequirePermission(Permissions.ManageTerms)]
internal sealed class IndexModel(TermQueries queries, TermCommands commands, LocalTime time) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "请填写学期名称。")]
    [StringLength(50, ErrorMessage = "学期名称最多 50 个字。")]
    public string Name { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "请选择第一周的星期一。")]
    public DateOnly? FirstDay { get; set; }

    public IReadOnlyList<Term> Terms { get; private set; } = [];

    public DateOnly Today => time.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Terms = await queries.ListAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await OnGetAsync(cancellationToken);
            return Page();
        }

        await commands.AddAsync(Name, FirstDay!.Value, cancellationToken);
        TempData["Success"] = $"已添加 {Name}。";
        return RedirectToPage();
    }
}
