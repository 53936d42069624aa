namespace Banyan.Partnering.Checks.Domain;

/// <summary>Beginnings of words, by language, that a code of conduct uses where it says how to report and to whom.</summary>
internal static class ConductWords
{
    public static readonly IReadOnlyList<string> Reporting = Folded(
        // English
        ["report", "incident", "contact", "complain", "reach out", "get in touch", "let us know"],
        // Spanish
        ["reporta", "denuncia", "incidente", "contacta", "contacto", "queja", "avisa", "informar"],
        // Portuguese
        [
            "denúncia",
            "denuncie",
            "relatar",
            "relate",
            "incidente",
            "contato",
            "contacte",
            "reclamação",
        ],
        // French
        ["signaler", "signalez", "signalement", "incident", "contacter", "contactez", "plainte"],
        // Hindi
        ["शिकायत", "रिपोर्ट", "संपर्क", "सम्पर्क", "घटना", "सूचित"],
        // Bangla
        ["অভিযোগ", "রিপোর্ট", "যোগাযোগ", "ঘটনা", "জানান", "জানাতে"]
    );

    public static readonly IReadOnlyList<string> Receivers = Folded(
        // English
        [
            "team",
            "committee",
            "organiser",
            "organizer",
            "staff",
            "moderator",
            "responder",
            "ombud",
            "coordinator",
            "co-ordinator",
            "volunteer",
            "working group",
            "work group",
            "conduct group",
            "contact person",
            "contact people",
            "chair",
        ],
        // Spanish
        [
            "equipo",
            "comité",
            "organizador",
            "moderador",
            "responsable",
            "coordinador",
            "voluntari",
        ],
        // Portuguese
        [
            "equipe",
            "equipa",
            "comitê",
            "comissão",
            "organizador",
            "responsáve",
            "coordenador",
            "voluntári",
        ],
        // French
        [
            "équipe",
            "comité",
            "organisateur",
            "organisatrice",
            "modérateur",
            "modératrice",
            "responsable",
            "bénévole",
        ],
        // Hindi
        ["टीम", "समिति", "आयोजक", "दल", "संयोजक", "स्वयंसेवक"],
        // Bangla
        ["টিম", "দল", "কমিটি", "সমিতি", "আয়োজক", "সংগঠক", "স্বেচ্ছাসেবক"]
    );

    /// <summary>Hosts and paths of links that lead to a form or a private message.</summary>
    public static readonly IReadOnlyList<string> FormLinks =
    [
        "docs.google.com/forms",
        "forms.gle/",
        "forms.office.com/",
        "typeform.com/",
        "airtable.com/",
        "jotform.com/",
        "cryptpad.fr/form",
        "framaforms.org/",
        "tally.so/",
        "surveymonkey.com/",
        "/apps/forms/",
        "wa.me/",
        "t.me/",
        "signal.me/",
    ];

    private static string[] Folded(params string[][] languages) =>
        [
            .. languages
                .SelectMany(words => words)
                .Select(Folding.Fold)
                .Distinct(StringComparer.Ordinal),
        ];
}
