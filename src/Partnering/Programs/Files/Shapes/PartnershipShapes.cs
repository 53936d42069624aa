using Banyan.Partnering.Programs.Domain;

namespace Banyan.Partnering.Programs.Files.Shapes;

/// <summary>What begins with an approval: agreement, term, benefits, commitments; and whom one may ask.</summary>
internal static class PartnershipShapes
{
    public static readonly ObjectShape<Term> Term = new(
        fields =>
        {
            var months = fields.MaybeValue("months", Common.Number(1, 120), term => term.Months);
            var edition = fields.Optional(
                "endsWithEdition",
                Common.TrueOrFalse,
                term => term.EndsWithEdition,
                absent: false
            );
            var open = fields.Optional(
                "open",
                Common.TrueOrFalse,
                term => term.Open,
                absent: false
            );
            var text = fields.Maybe("text", Common.Text, term => term.Text);
            return values => new Term(
                values.Of(edition) ? null : values.Of(months),
                values.Of(open),
                values.Of(text)
            );
        },
        (_, node, problems) =>
        {
            bool[] said =
            [
                node.Find("months") is not null,
                node.Text("endsWithEdition") == "true",
                node.Text("open") == "true",
            ];
            if (said.Count(one => one) != 1)
                problems.Add(node, Texts.TermNeedsEnd);
        }
    );

    public static readonly ObjectShape<Agreement> Agreement = new(fields =>
    {
        var bothSides = fields.Optional(
            "bothSides",
            Common.TrueOrFalse,
            agreement => agreement.BothSides,
            false
        );
        var lastUpdated = fields.MaybeValue(
            "lastUpdated",
            Common.Date,
            agreement => agreement.LastUpdated
        );
        var notContract = fields.Maybe(
            "notContract",
            Common.Text,
            agreement => agreement.NotContract
        );
        return values => new Agreement
        {
            BothSides = values.Of(bothSides),
            LastUpdated = values.Of(lastUpdated),
            NotContract = values.Of(notContract),
        };
    });

    public static readonly ObjectShape<PeriodicReview> Review = new(fields =>
    {
        var every = fields.Required(
            "everyMonths",
            Common.Number(1, 60),
            review => review.EveryMonths
        );
        var text = fields.Maybe("text", Common.Text, review => review.Text);
        return values => new PeriodicReview(values.Of(every), values.Of(text));
    });

    public static readonly ObjectShape<Benefit> Benefit = new(
        fields =>
        {
            var key = fields.Required("key", Common.Key, benefit => benefit.Key);
            var kind = fields.Required("kind", Common.Key, benefit => benefit.Kind);
            var title = fields.Required("title", Common.Line, benefit => benefit.Title);
            var text = fields.Maybe("text", Common.Text, benefit => benefit.Text);
            var quantity = fields.MaybeValue(
                "quantity",
                Common.Number(1, 1_000_000),
                benefit => benefit.Quantity
            );
            var unit = fields.Maybe("unit", Common.Key, benefit => benefit.Unit);
            var networks = fields.List(
                "networks",
                new ListShape<string>(Common.ShortLine),
                benefit => benefit.Networks
            );
            var eligible = fields.List("eligible", Common.Lines, benefit => benefit.Eligible);
            var notEligible = fields.List(
                "notEligible",
                Common.Lines,
                benefit => benefit.NotEligible
            );
            return values => new Benefit
            {
                Key = values.Of(key),
                Kind = values.Of(kind),
                Title = values.Of(title),
                Text = values.Of(text),
                Quantity = values.Of(quantity),
                Unit = values.Of(unit),
                Networks = values.Of(networks),
                Eligible = values.Of(eligible),
                NotEligible = values.Of(notEligible),
            };
        },
        (benefit, node, problems) =>
        {
            if (benefit.Quantity is null != benefit.Unit is null)
                problems.Add(node, Texts.QuantityAndUnit);
        }
    );

    private static readonly ObjectShape<CommitmentDue> s_commitmentDue = new(
        fields =>
        {
            var after = fields.MaybeValue(
                "daysAfterBegin",
                Common.Number(0, 3650),
                due => due.DaysAfterBegin
            );
            var before = fields.MaybeValue(
                "daysBeforeEnd",
                Common.Number(0, 3650),
                due => due.DaysBeforeEnd
            );
            var on = fields.MaybeValue("on", Common.Date, due => due.On);
            var every = fields.MaybeValue(
                "everyMonths",
                Common.Number(1, 60),
                due => due.EveryMonths
            );
            return values => new CommitmentDue(
                values.Of(after),
                values.Of(before),
                values.Of(on),
                values.Of(every)
            );
        },
        (_, node, problems) =>
        {
            if (node.Entries.Count != 1)
                problems.Add(node, Texts.CommitmentDueOne);
        }
    );

    public static readonly ObjectShape<Commitment> Commitment = new(fields =>
    {
        var key = fields.Required("key", Common.Key, commitment => commitment.Key);
        var side = fields.Required("side", Choice.Of<Side>(), commitment => commitment.Side);
        var what = fields.Required("what", Common.Text, commitment => commitment.Text);
        var evidence = fields.MaybeValue(
            "evidence",
            Choice.Of<Evidence>(),
            commitment => commitment.Evidence
        );
        var due = fields.Maybe("due", s_commitmentDue, commitment => commitment.Due);
        return values => new Commitment
        {
            Evidence = values.Of(evidence),
            Due = values.Of(due),
            Key = values.Of(key),
            Side = values.Of(side),
            Text = values.Of(what),
        };
    });

    public static readonly ObjectShape<ReportDue> ReportDue = new(
        fields =>
        {
            var weeks = fields.MaybeValue(
                "weeksAfterEnd",
                Common.Number(0, 104),
                due => due.WeeksAfterEnd
            );
            var every = fields.MaybeValue(
                "everyMonths",
                Common.Number(1, 60),
                due => due.EveryMonths
            );
            return values => new ReportDue(values.Of(weeks), values.Of(every));
        },
        (_, node, problems) =>
        {
            if (node.Entries.Count != 1)
                problems.Add(node, Texts.ReportDueOne);
        }
    );

    public static readonly ObjectShape<Contact> Contact = new(
        fields =>
        {
            var role = fields.Required("role", Common.Line, contact => contact.Role);
            var email = fields.Maybe("email", Common.Email, contact => contact.Email);
            var web = fields.Maybe("web", Common.WebAddress, contact => contact.Web);
            var text = fields.Maybe("text", Common.Text, contact => contact.Text);
            return values => new Contact
            {
                Role = values.Of(role),
                Email = values.Of(email),
                Web = values.Of(web),
                Text = values.Of(text),
            };
        },
        (contact, node, problems) =>
        {
            if (contact is { Email: null, Web: null, Text: null })
                problems.Add(node, Texts.ContactWithoutWay);
        }
    );
}
