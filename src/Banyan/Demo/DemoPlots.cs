using NodaTime;

namespace Banyan.Demo;

/// <summary>The made-up communities that apply, and what they apply for. Every date lies inside the window of its day of sending.</summary>
internal sealed class DemoPlots(LocalDate today)
{
    public DemoApplication Draft { get; } =
        new()
        {
            Reference = "PSF-26-DR4FT",
            Organiser = Cast.Nusrat,
            Kind = "workshop",
            Title = "Dhaka Python Workshop Day",
            Description = "A day of workshops for beginners, in Bangla and English.",
            Date = today.PlusWeeks(14).Next(IsoDayOfWeek.Saturday),
            Website = "https://dhaka-python.example.org/",
            Place = "Dhaka, Bangladesh",
            People = 120,
        };

    public DemoApplication Sent { get; } =
        new()
        {
            Reference = "PSF-26-K7Q3M",
            Organiser = Cast.Kwame,
            Kind = "conference",
            Title = "Kumasi Python Days",
            Description = "Two days of talks and sprints for students and working developers.",
            Date = today.PlusWeeks(16).Next(IsoDayOfWeek.Friday),
            Website = "https://kumasi-days.example.org/",
            Place = "Kumasi, Ghana",
            People = 250,
        };

    public DemoApplication Asked { get; } =
        new()
        {
            Reference = "PSF-26-W2HX9",
            Organiser = Cast.Sofia,
            Kind = "meetup",
            Title = "Python Nights of the Coast",
            Description = "A monthly meetup that moves from town to town along the coast.",
            Date = today.PlusWeeks(11).Next(IsoDayOfWeek.Thursday),
            Website = "https://coast-nights.example.org/",
            Place = "Valdivia, Chile",
            People = 35,
            Share = 80,
            // What staff asks about.
            Receiver = null,
        };

    public DemoApplication InReview { get; } =
        new()
        {
            Reference = "PSF-26-9TNVB",
            Organiser = Cast.Nusrat,
            Kind = "initiative",
            Title = "Python on the River",
            Description = "Courses on boats that bring a classroom to villages for a week each.",
            Website = "https://river-python.example.org/",
            Place = "Barishal, Bangladesh",
            People = 40,
        };

    public DemoApplication Discussed { get; } =
        new()
        {
            Reference = "PSF-26-N5KTW",
            Organiser = Cast.Sofia,
            Kind = "conference",
            Title = "Python of the Lagoon",
            Description = "A conference of one day about Python in fishery and marine science.",
            Date = today.PlusWeeks(15).Next(IsoDayOfWeek.Saturday),
            Website = "https://lagoon-python.example.org/",
            Place = "Cotonou, Benin",
            People = 140,
        };

    public DemoApplication WithBoard { get; } =
        new()
        {
            Reference = "PSF-26-R2JMC",
            Organiser = Cast.Kwame,
            Kind = "initiative",
            Title = "Radio Python",
            Description =
                "A weekly radio course that teaches Python to listeners without a computer.",
            Website = "https://radio-python.example.org/",
            Place = "Ouagadougou, Burkina Faso",
            People = 2000,
            Share = 90,
        };

    public DemoApplication Deciding { get; } =
        new()
        {
            Reference = "PSF-26-HC5ZD",
            Organiser = Cast.Kwame,
            Kind = "sprint",
            Title = "Documentation Sprint of the Gulf",
            Description = "A weekend on which first contributors write documentation together.",
            Date = today.PlusWeeks(9).Next(IsoDayOfWeek.Saturday),
            Website = "https://gulf-sprint.example.org/",
            Place = "Lomé, Togo",
            People = 45,
            FirstTime = false,
        };

    public DemoApplication Withdrawn { get; } =
        new()
        {
            Reference = "PSF-26-3GFRE",
            Organiser = Cast.Sofia,
            Kind = "conference",
            Title = "Python in the Andes",
            Description = "A small conference in the mountains, with talks in Spanish and Quechua.",
            Date = today.PlusWeeks(8).Next(IsoDayOfWeek.Saturday),
            Website = "https://andes-python.example.org/",
            Place = "Cusco, Peru",
            People = 90,
            FirstTime = false,
        };

    public DemoApplication Closed { get; } =
        new()
        {
            Reference = "PSF-26-XB8PK",
            Organiser = Cast.Kwame,
            Kind = "meetup",
            Title = "Accra Data Evenings",
            Description = "An evening a month about data and Python, with a talk and a table.",
            Date = today.PlusWeeks(4).Next(IsoDayOfWeek.Tuesday),
            Website = "https://accra-evenings.example.org/",
            Place = "Accra, Ghana",
            People = 60,
            Share = 70,
        };

    public DemoApplication Approved { get; } =
        new()
        {
            Reference = "PSF-26-M4YQA",
            Organiser = Cast.Nusrat,
            Kind = "conference",
            Title = "Bengal Python Conference",
            Description =
                "Two days of talks in Bangla and English, with a day of workshops before.",
            Date = today.PlusWeeks(6).Next(IsoDayOfWeek.Friday),
            Website = "https://bengal-python.example.org/",
            Place = "Chattogram, Bangladesh",
            People = 400,
            FirstTime = false,
        };

    public DemoApplication Declined { get; } =
        new()
        {
            Reference = "PSF-26-V6DSJ",
            Organiser = Cast.Sofia,
            Kind = "conference",
            Title = "Festival of Code on the Lake",
            Description = "A festival about many languages, with a Python day in the middle.",
            Date = today.PlusWeeks(7).Next(IsoDayOfWeek.Saturday),
            Website = "https://lake-festival.example.org/",
            Place = "Puno, Peru",
            People = 600,
            Share = 50,
        };

    public DemoApplication Releasing { get; } =
        new()
        {
            Reference = "PSF-26-T8CNE",
            Organiser = Cast.Kwame,
            Kind = "workshop",
            Title = "Teachers Learn Python",
            Description = "A week of courses for teachers who take Python to their schools.",
            Date = today.PlusWeeks(12).Next(IsoDayOfWeek.Monday),
            Website = "https://teachers-python.example.org/",
            Place = "Tamale, Ghana",
            People = 50,
        };
}
