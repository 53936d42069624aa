using Banyan.Kernel.Access;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace Banyan.Dev;

/// <summary>Every component in every state, with fixed made-up data: the test bed for accessibility and screenshots. Development only.</summary>
[DevelopmentOnly]
internal sealed class ComponentsPage(PageFrame frame) : PageModel
{
    /// <summary>The page never looks at a clock, so that a screenshot of it changes only when a component does.</summary>
    public static readonly LocalDate Today = new(2026, 11, 20);
    public static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 10, 32);

    [BindProperty(SupportsGet = true)]
    public Accent Accent { get; set; } = Accent.Green;

    /// <summary>True shows the page as a desk of staff: smaller type, whole width.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Desk { get; set; } = true;

    public static IReadOnlyList<Tone> AllTones { get; } = Enum.GetValues<Tone>();
    public static IReadOnlyList<IconName> AllIcons { get; } = Enum.GetValues<IconName>();
    public static IReadOnlyList<Accent> AllAccents { get; } = Enum.GetValues<Accent>();

    public static string WordFor(Tone tone) =>
        tone switch
        {
            Tone.Open => "In review",
            Tone.Wait => "Waiting for you",
            Tone.Ok => "Approved",
            Tone.Stop => "Overdue",
            Tone.Plain => "Withdrawn",
        };

    public static IReadOnlyList<Choice> Units { get; } =
    [
        new("event", "One event", "A conference, a sprint or a workshop with a date."),
        new(
            "initiative",
            "An initiative",
            "Work over about a year, such as a series of workshops."
        ),
        new("community", "The community as a whole"),
    ];

    public static IReadOnlyList<Choice> Votes { get; } =
    [new("for", "For"), new("against", "Against"), new("abstain", "Abstain")];

    public static IReadOnlyList<FieldProblem> Problems { get; } =
    [
        new("wrong.name", "Write the name of your community."),
        new("wrong.site", "Give the address of your site, such as dhakapython.example.org."),
        new(
            "wrong.start",
            "Give the first day of the event with day, month and a year of four digits."
        ),
    ];

    public static IReadOnlyList<string> Effects { get; } =
    [
        "Dhaka Python gets the letter below.",
        "A partnership begins and runs until 19 November 2027.",
        "Two posts and the logo kit are granted.",
    ];

    public const string Letter =
        "Dear Nusrat,\n\nThe work group has approved Dhaka Python Workshop Day as a community partner.\n\n"
        + "What comes next: you may use the partner logo from today, and we re-share up to two of your posts.\n"
        + "A short report after the event helps the next community; it is optional.\n\nMarie, for the foundation";

    public const string LetterInBangla =
        "প্রিয় নুসরাত,\n\nকর্মীদল ঢাকা পাইথন কর্মশালা দিবসকে কমিউনিটি পার্টনার হিসেবে অনুমোদন দিয়েছে।\n\n"
        + "এরপর যা হবে: আজ থেকে আপনারা পার্টনার লোগো ব্যবহার করতে পারবেন।";

    public IActionResult OnGet()
    {
        frame.Title = "Components";
        frame.OrganisationName = "Example Python Foundation";
        frame.Accent = Accent;
        frame.IsDesk = Desk;
        frame.Navigation =
        [
            new("Today", "/cases"),
            new("Components", "/dev/components"),
            new("Communities", "/communities"),
            new("Calendar", "/calendar"),
        ];
        frame.SignIn = new("Marie Laurent", "/me");
        frame.Footer =
        [
            new("Code of conduct", "/conduct"),
            new("Report a concern", "/concerns/new"),
        ];
        frame.Languages =
        [
            new("en", "English", "/"),
            new("bn", "বাংলা", "/bn"),
            new("hi", "हिन्दी", "/hi"),
        ];
        frame.Said = "The answer was sent to Dhaka Python. You can undo this until 10:42.";
        return Page();
    }
}
