using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Banyan.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clause_wordings",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    clause = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    summary = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clause_wordings", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "communities",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 70, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    folded_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    website = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_communities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "once",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    began = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_once", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    home_zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    accent = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    mail_from_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    mail_reply_to = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    proven = table.Column<long>(type: "INTEGER", nullable: true),
                    zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    unsubscribe_key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "posted_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    thread = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    planned_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    delayed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    refused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dropped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    notice = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    reader = table.Column<Guid>(type: "TEXT", nullable: true),
                    aside_at = table.Column<long>(type: "INTEGER", nullable: true),
                    told_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 11, nullable: false),
                    problem = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    trouble_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posted_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "programs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    current_version = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "secret_keys",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_secret_keys", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "setup_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    used = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setup_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    next = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    used = table.Column<long>(type: "INTEGER", nullable: true),
                    network = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    address_place = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    network_place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_codes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    thumbprint = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    modulus = table.Column<string>(type: "TEXT", nullable: false),
                    exponent = table.Column<string>(type: "TEXT", nullable: false),
                    @private = table.Column<string>(name: "private", type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    current = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signing_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "work",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: true),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cancelled = table.Column<bool>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_words",
                columns: table => new
                {
                    event_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_words", x => x.event_id);
                    table.ForeignKey(
                        name: "FK_event_words_events_event_id",
                        column: x => x.event_id,
                        principalTable: "events",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "holidays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_holidays", x => x.id);
                    table.ForeignKey(
                        name: "FK_holidays_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "teams",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    regions = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_teams", x => x.id);
                    table.ForeignKey(
                        name: "FK_teams_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stand_in = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absences", x => x.id);
                    table.ForeignKey(
                        name: "FK_absences_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_absences_people_stand_in",
                        column: x => x.stand_in,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "community_members",
                columns: table => new
                {
                    community_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_community_members", x => new { x.community_id, x.person_id });
                    table.ForeignKey(
                        name: "FK_community_members_communities_community_id",
                        column: x => x.community_id,
                        principalTable: "communities",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_community_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kept_filters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    query = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept_filters", x => x.id);
                    table.ForeignKey(
                        name: "FK_kept_filters_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notice_choices",
                columns: table => new
                {
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    rhythm = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notice_choices", x => new { x.person, x.kind });
                    table.ForeignKey(
                        name: "FK_notice_choices_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holds = table.Column<Guid>(type: "TEXT", nullable: true),
                    form_token = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    created = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen = table.Column<long>(type: "INTEGER", nullable: false),
                    ended = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id);
                    table.ForeignKey(
                        name: "FK_sessions_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "admission_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    late = table.Column<bool>(type: "INTEGER", nullable: false),
                    most_uses = table.Column<int>(type: "INTEGER", nullable: false),
                    uses = table.Column<int>(type: "INTEGER", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_admission_codes", x => x.id);
                    table.CheckConstraint("ck_admission_codes_uses", "uses <= most_uses");
                    table.ForeignKey(
                        name: "FK_admission_codes_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    file = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    uploaded_by = table.Column<string>(type: "TEXT", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    survey = table.Column<string>(type: "TEXT", nullable: true),
                    map = table.Column<string>(type: "TEXT", nullable: true),
                    check = table.Column<int>(type: "INTEGER", nullable: false),
                    counts = table.Column<string>(type: "TEXT", nullable: true),
                    verdicts = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    with_like = table.Column<bool>(type: "INTEGER", nullable: false),
                    trouble = table.Column<string>(type: "TEXT", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                    table.ForeignKey(
                        name: "FK_imports_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "program_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    published_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_versions", x => x.id);
                    table.ForeignKey(
                        name: "FK_program_versions_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "queue_keepers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    owner = table.Column<Guid>(type: "TEXT", nullable: true),
                    deputy = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_queue_keepers", x => x.id);
                    table.ForeignKey(
                        name: "FK_queue_keepers_people_deputy",
                        column: x => x.deputy,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_queue_keepers_people_owner",
                        column: x => x.owner,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_queue_keepers_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "team_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    voting = table.Column<bool>(type: "INTEGER", nullable: false),
                    chair = table.Column<bool>(type: "INTEGER", nullable: false),
                    region = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    ends = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    told_of_end = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed = table.Column<long>(type: "INTEGER", nullable: true),
                    asked = table.Column<long>(type: "INTEGER", nullable: true),
                    reminded = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_team_members", x => x.id);
                    table.ForeignKey(
                        name: "FK_team_members_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_team_members_teams_team_id",
                        column: x => x.team_id,
                        principalTable: "teams",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "import_files",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_files", x => x.import);
                    table.ForeignKey(
                        name: "FK_import_files_imports_import",
                        column: x => x.import,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_rows",
                columns: table => new
                {
                    import = table.Column<Guid>(type: "TEXT", nullable: false),
                    check = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    @case = table.Column<Guid>(name: "case", type: "TEXT", nullable: true),
                    like_line = table.Column<int>(type: "INTEGER", nullable: true),
                    like_by = table.Column<string>(type: "TEXT", nullable: false),
                    problems = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_rows", x => new { x.import, x.check, x.verdict, x.line });
                    table.ForeignKey(
                        name: "FK_import_rows_imports_import",
                        column: x => x.import,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    program_version = table.Column<Guid>(type: "TEXT", nullable: false),
                    community = table.Column<Guid>(type: "TEXT", nullable: true),
                    edition = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    admission = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ball = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    open_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    title_key = table.Column<string>(type: "TEXT", nullable: false),
                    event_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_to_review_at = table.Column<long>(type: "INTEGER", nullable: true),
                    review_team = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ball_since = table.Column<long>(type: "INTEGER", nullable: false),
                    waited_milliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_words = table.Column<string>(type: "TEXT", nullable: true),
                    asked_fields = table.Column<string>(type: "TEXT", nullable: true),
                    asked_answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    asked_ball_before = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lead = table.Column<Guid>(type: "TEXT", nullable: true),
                    consulted_team = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    escalated_for = table.Column<string>(type: "TEXT", nullable: true),
                    escalated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    advice = table.Column<string>(type: "TEXT", nullable: true),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    promised = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", nullable: true),
                    imported_with = table.Column<Guid>(type: "TEXT", nullable: true),
                    import_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    letter_language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    duplicate_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    put_off_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    revisit = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_words = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_by = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_at = table.Column<long>(type: "INTEGER", nullable: true),
                    appeal_answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    appeal_answered_by = table.Column<string>(type: "TEXT", nullable: true),
                    appeal_admitted = table.Column<bool>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applications", x => x.id);
                    table.CheckConstraint("ck_applications_applicant_holds_ball", "ball <> 'Applicant' OR state IN ('Draft', 'PreReview', 'InReview', 'Consultation')");
                    table.ForeignKey(
                        name: "FK_applications_admission_codes_admission",
                        column: x => x.admission,
                        principalTable: "admission_codes",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_applications_applications_duplicate_of",
                        column: x => x.duplicate_of,
                        principalTable: "applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_applications_program_versions_program_version",
                        column: x => x.program_version,
                        principalTable: "program_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_applications_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    program_version = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    reminded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaigns", x => x.id);
                    table.ForeignKey(
                        name: "FK_campaigns_organisations_organisation",
                        column: x => x.organisation,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaigns_program_versions_program_version",
                        column: x => x.program_version,
                        principalTable: "program_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaigns_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "program_drafts",
                columns: table => new
                {
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    @base = table.Column<Guid>(name: "base", type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    begun_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_drafts", x => x.program);
                    table.ForeignKey(
                        name: "FK_program_drafts_program_versions_base",
                        column: x => x.@base,
                        principalTable: "program_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_program_drafts_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => x.id);
                    table.ForeignKey(
                        name: "FK_answers_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "applicants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    invited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    invited_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    proven_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reply_key = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_applicants", x => x.id);
                    table.ForeignKey(
                        name: "FK_applicants_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "case_tags",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_tags", x => x.id);
                    table.ForeignKey(
                        name: "FK_case_tags_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "challenges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    about_name = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    upheld = table.Column<bool>(type: "INTEGER", nullable: true),
                    decision_reason = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_challenges", x => x.id);
                    table.CheckConstraint("ck_challenges_decision_has_reason", "decided_at IS NULL OR (upheld IS NOT NULL AND decision_reason IS NOT NULL AND decided_by IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_challenges_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sentence = table.Column<string>(type: "TEXT", nullable: false),
                    evidence = table.Column<string>(type: "TEXT", nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    body_hash = table.Column<string>(type: "TEXT", nullable: true),
                    lost = table.Column<int>(type: "INTEGER", nullable: false),
                    lost_at = table.Column<long>(type: "INTEGER", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: false),
                    before_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checks", x => x.id);
                    table.ForeignKey(
                        name: "FK_checks_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "clause_acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    program_version = table.Column<Guid>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clause_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "FK_clause_acceptances_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_clause_acceptances_clause_wordings_hash",
                        column: x => x.hash,
                        principalTable: "clause_wordings",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clause_acceptances_program_versions_program_version",
                        column: x => x.program_version,
                        principalTable: "program_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criterion_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    criterion = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_criterion_findings", x => x.id);
                    table.ForeignKey(
                        name: "FK_criterion_findings_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    against_review = table.Column<string>(type: "TEXT", nullable: false),
                    needs_second = table.Column<bool>(type: "INTEGER", nullable: false),
                    advice = table.Column<string>(type: "TEXT", nullable: false),
                    again_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    hold_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    partner_code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirmed_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    in_force_since = table.Column<long>(type: "INTEGER", nullable: true),
                    superseded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                    table.ForeignKey(
                        name: "FK_decisions_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    conflict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    reads = table.Column<bool>(type: "INTEGER", nullable: false),
                    votes = table.Column<bool>(type: "INTEGER", nullable: false),
                    waiver_reason = table.Column<string>(type: "TEXT", nullable: true),
                    waived_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    waived_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    waived_at = table.Column<long>(type: "INTEGER", nullable: true),
                    by_challenge = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declarations", x => x.id);
                    table.CheckConstraint("ck_declarations_hard_reads_nothing", "conflict <> 'Hard' OR waived_at IS NOT NULL OR (NOT reads AND NOT votes)");
                    table.CheckConstraint("ck_declarations_waiver_has_reason", "waived_at IS NULL OR waiver_reason IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_declarations_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "desk_reply_keys",
                columns: table => new
                {
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_reply_keys", x => new { x.application, x.person });
                    table.CheckConstraint("ck_desk_reply_keys_private", "audience <> 'Applicant'");
                    table.ForeignKey(
                        name: "FK_desk_reply_keys_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_desk_reply_keys_people_person",
                        column: x => x.person,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnerships",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    community = table.Column<Guid>(type: "TEXT", nullable: true),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: false),
                    program = table.Column<Guid>(type: "TEXT", nullable: false),
                    program_version = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    website = table.Column<string>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: true),
                    begins = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    promises_kept = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status_index = table.Column<int>(type: "INTEGER", nullable: false),
                    conditions_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    look_again_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnerships", x => x.id);
                    table.CheckConstraint("ck_partnerships_term", "until >= begins");
                    table.ForeignKey(
                        name: "FK_partnerships_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partnerships_communities_community",
                        column: x => x.community,
                        principalTable: "communities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partnerships_organisations_organisation",
                        column: x => x.organisation,
                        principalTable: "organisations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partnerships_program_versions_program_version",
                        column: x => x.program_version,
                        principalTable: "program_versions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partnerships_programs_program",
                        column: x => x.program,
                        principalTable: "programs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    team = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    phase = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    closes_at = table.Column<long>(type: "INTEGER", nullable: false),
                    extended = table.Column<bool>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    awaits_answer = table.Column<bool>(type: "INTEGER", nullable: false),
                    held_for = table.Column<string>(type: "TEXT", nullable: true),
                    casting = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    result = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rounds", x => x.id);
                    table.ForeignKey(
                        name: "FK_rounds_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "thread_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thread_entries", x => x.id);
                    table.ForeignKey(
                        name: "FK_thread_entries_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "campaign_clauses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign = table.Column<Guid>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_clauses", x => x.id);
                    table.ForeignKey(
                        name: "FK_campaign_clauses_campaigns_campaign",
                        column: x => x.campaign,
                        principalTable: "campaigns",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_campaign_clauses_clause_wordings_hash",
                        column: x => x.hash,
                        principalTable: "clause_wordings",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "decision_reasons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision = table.Column<Guid>(type: "TEXT", nullable: false),
                    criterion = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_reasons", x => x.id);
                    table.ForeignKey(
                        name: "FK_decision_reasons_decisions_decision",
                        column: x => x.decision,
                        principalTable: "decisions",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<string>(type: "TEXT", nullable: true),
                    button_text = table.Column<string>(type: "TEXT", nullable: false),
                    button_href = table.Column<string>(type: "TEXT", nullable: false),
                    begins = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    leaves_at = table.Column<long>(type: "INTEGER", nullable: true),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true),
                    died_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letters", x => x.id);
                    table.CheckConstraint("ck_letters_left_has_time", "state <> 'Left' OR left_at IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_letters_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_letters_decisions_decision",
                        column: x => x.decision,
                        principalTable: "decisions",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaign_partners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campaign = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_campaign_partners", x => x.id);
                    table.ForeignKey(
                        name: "FK_campaign_partners_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_campaign_partners_campaigns_campaign",
                        column: x => x.campaign,
                        principalTable: "campaigns",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_campaign_partners_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_commitments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    time = table.Column<int>(type: "INTEGER", nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    due = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    told = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    link = table.Column<string>(type: "TEXT", nullable: false),
                    said_by = table.Column<string>(type: "TEXT", nullable: false),
                    said_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    reason_by = table.Column<string>(type: "TEXT", nullable: false),
                    reason_at = table.Column<long>(type: "INTEGER", nullable: true),
                    look = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    look_sentence = table.Column<string>(type: "TEXT", nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_commitments", x => x.id);
                    table.ForeignKey(
                        name: "FK_partner_commitments_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partner_commitments_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partner_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    time = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    is_public = table.Column<bool>(type: "INTEGER", nullable: false),
                    sent_by = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_reports", x => x.id);
                    table.ForeignKey(
                        name: "FK_partner_reports_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partner_reports_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_conditions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    done = table.Column<string>(type: "TEXT", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", nullable: false),
                    waived = table.Column<bool>(type: "INTEGER", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnership_conditions", x => x.id);
                    table.ForeignKey(
                        name: "FK_partnership_conditions_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "partnership_consequences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true),
                    done_by = table.Column<string>(type: "TEXT", nullable: false),
                    proof = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnership_consequences", x => x.id);
                    table.ForeignKey(
                        name: "FK_partnership_consequences_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "partnership_proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    conduct_case = table.Column<string>(type: "TEXT", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    by = table.Column<Guid>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    open_key = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnership_proposals", x => x.id);
                    table.ForeignKey(
                        name: "FK_partnership_proposals_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_partnership_proposals_people_by",
                        column: x => x.by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_partnership_proposals_people_confirmed_by",
                        column: x => x.confirmed_by,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "partnership_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    partnership = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    clause = table.Column<string>(type: "TEXT", nullable: false),
                    conduct_case = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partnership_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_partnership_steps_partnerships_partnership",
                        column: x => x.partnership,
                        principalTable: "partnerships",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "round_seats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    voting = table.Column<bool>(type: "INTEGER", nullable: false),
                    chair = table.Column<bool>(type: "INTEGER", nullable: false),
                    standing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    nudged_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round_seats", x => x.id);
                    table.UniqueConstraint("AK_round_seats_round_person", x => new { x.round, x.person });
                    table.ForeignKey(
                        name: "FK_round_seats_rounds_round",
                        column: x => x.round,
                        principalTable: "rounds",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "attachments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    size = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.id);
                    table.ForeignKey(
                        name: "FK_attachments_applications_application",
                        column: x => x.application,
                        principalTable: "applications",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attachments_thread_entries_entry",
                        column: x => x.entry,
                        principalTable: "thread_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter = table.Column<Guid>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_recipients", x => x.id);
                    table.ForeignKey(
                        name: "FK_letter_recipients_letters_letter",
                        column: x => x.letter,
                        principalTable: "letters",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "clearances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clearances", x => x.id);
                    table.UniqueConstraint("ux_clearances_person", x => new { x.round, x.person });
                    table.ForeignKey(
                        name: "FK_clearances_round_seats_round_person",
                        columns: x => new { x.round, x.person },
                        principalTable: "round_seats",
                        principalColumns: new[] { "round", "person" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_clearances_rounds_round",
                        column: x => x.round,
                        principalTable: "rounds",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "attachment_bytes",
                columns: table => new
                {
                    attachment = table.Column<Guid>(type: "TEXT", nullable: false),
                    bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachment_bytes", x => x.attachment);
                    table.ForeignKey(
                        name: "FK_attachment_bytes_attachments_attachment",
                        column: x => x.attachment,
                        principalTable: "attachments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    round = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    vote = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    stale_since = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ballots", x => x.id);
                    table.CheckConstraint("ck_ballots_objection_has_reason", "vote <> 'Against' OR reason IS NOT NULL");
                    table.ForeignKey(
                        name: "FK_ballots_clearances_round_person",
                        columns: x => new { x.round, x.person },
                        principalTable: "clearances",
                        principalColumns: new[] { "round", "person" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ballots_rounds_round",
                        column: x => x.round,
                        principalTable: "rounds",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_absences_stand_in",
                table: "absences",
                column: "stand_in");

            migrationBuilder.CreateIndex(
                name: "ux_absences_person",
                table: "absences",
                column: "person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_admission_codes_code",
                table: "admission_codes",
                columns: new[] { "program", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_answers_question",
                table: "answers",
                columns: new[] { "application", "question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_applicants_invited",
                table: "applicants",
                columns: new[] { "email_key", "invited_at" });

            migrationBuilder.CreateIndex(
                name: "ix_applicants_inviter",
                table: "applicants",
                columns: new[] { "invited_by", "invited_at" });

            migrationBuilder.CreateIndex(
                name: "ix_applicants_person",
                table: "applicants",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ux_applicants_email",
                table: "applicants",
                columns: new[] { "application", "email_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_applicants_reply_key",
                table: "applicants",
                column: "reply_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_applications_admission",
                table: "applications",
                column: "admission");

            migrationBuilder.CreateIndex(
                name: "ix_applications_appeal",
                table: "applications",
                column: "appeal_answered_at",
                filter: "appeal_at IS NOT NULL AND appeal_answered_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_applications_ball",
                table: "applications",
                columns: new[] { "organisation", "ball", "due_at", "reference" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_applications_desk",
                table: "applications",
                columns: new[] { "organisation", "state", "ball_since" });

            migrationBuilder.CreateIndex(
                name: "ix_applications_due",
                table: "applications",
                columns: new[] { "organisation", "due_at", "reference" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_applications_duplicate_of",
                table: "applications",
                column: "duplicate_of");

            migrationBuilder.CreateIndex(
                name: "ix_applications_ended",
                table: "applications",
                columns: new[] { "program", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_applications_import",
                table: "applications",
                column: "imported_with");

            migrationBuilder.CreateIndex(
                name: "ix_applications_lead",
                table: "applications",
                columns: new[] { "organisation", "lead" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_applications_program_version",
                table: "applications",
                column: "program_version");

            migrationBuilder.CreateIndex(
                name: "ix_applications_title",
                table: "applications",
                columns: new[] { "program", "title_key" });

            migrationBuilder.CreateIndex(
                name: "ux_applications_import_key",
                table: "applications",
                column: "import_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_applications_open_key",
                table: "applications",
                column: "open_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_applications_reference",
                table: "applications",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachments_application",
                table: "attachments",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_entry",
                table: "attachments",
                column: "entry");

            migrationBuilder.CreateIndex(
                name: "ux_ballots_person",
                table: "ballots",
                columns: new[] { "round", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaign_clauses_hash",
                table: "campaign_clauses",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ux_campaign_clauses_clause",
                table: "campaign_clauses",
                columns: new[] { "campaign", "clause" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaign_partners_application",
                table: "campaign_partners",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "IX_campaign_partners_partnership",
                table: "campaign_partners",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "ux_campaign_partners_partner",
                table: "campaign_partners",
                columns: new[] { "campaign", "partnership" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_organisation",
                table: "campaigns",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_program",
                table: "campaigns",
                columns: new[] { "program", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_campaigns_program_version",
                table: "campaigns",
                column: "program_version");

            migrationBuilder.CreateIndex(
                name: "ux_campaigns_open",
                table: "campaigns",
                column: "program",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_case_tags_word",
                table: "case_tags",
                column: "word");

            migrationBuilder.CreateIndex(
                name: "ux_case_tags_word",
                table: "case_tags",
                columns: new[] { "application", "word" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_challenges_open",
                table: "challenges",
                columns: new[] { "application", "about", "by" },
                unique: true,
                filter: "decided_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_checks_lost",
                table: "checks",
                column: "lost_at",
                filter: "lost_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_checks_place",
                table: "checks",
                column: "place",
                filter: "place IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ux_checks_kind",
                table: "checks",
                columns: new[] { "application", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_clause_acceptances_hash",
                table: "clause_acceptances",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "IX_clause_acceptances_program_version",
                table: "clause_acceptances",
                column: "program_version");

            migrationBuilder.CreateIndex(
                name: "ux_clause_acceptances_text",
                table: "clause_acceptances",
                columns: new[] { "application", "side", "clause", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_communities_folded_name",
                table: "communities",
                column: "folded_name");

            migrationBuilder.CreateIndex(
                name: "ux_communities_slug",
                table: "communities",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_community_members_person",
                table: "community_members",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_criterion_findings_criterion",
                table: "criterion_findings",
                columns: new[] { "application", "criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_decision_reasons_criterion",
                table: "decision_reasons",
                columns: new[] { "decision", "criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_decisions_application",
                table: "decisions",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_live",
                table: "decisions",
                column: "application",
                unique: true,
                filter: "superseded_at IS NULL AND in_force_since IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_decisions_partner_code",
                table: "decisions",
                column: "partner_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declarations_person",
                table: "declarations",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_declarations_recused",
                table: "declarations",
                columns: new[] { "application", "reads" },
                filter: "NOT reads");

            migrationBuilder.CreateIndex(
                name: "ux_declarations_person",
                table: "declarations",
                columns: new[] { "application", "person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_desk_reply_keys_person",
                table: "desk_reply_keys",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ux_desk_reply_keys_key",
                table: "desk_reply_keys",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_events_about_at",
                table: "events",
                columns: new[] { "about", "at" });

            migrationBuilder.CreateIndex(
                name: "ux_holidays_day",
                table: "holidays",
                columns: new[] { "organisation_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_imports_program",
                table: "imports",
                columns: new[] { "program", "uploaded_at" });

            migrationBuilder.CreateIndex(
                name: "ux_kept_filters_name",
                table: "kept_filters",
                columns: new[] { "person", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_letter_recipients_email",
                table: "letter_recipients",
                columns: new[] { "letter", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letters_application",
                table: "letters",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ux_letters_live",
                table: "letters",
                column: "decision",
                unique: true,
                filter: "state <> 'Dead'");

            migrationBuilder.CreateIndex(
                name: "ux_organisations_slug",
                table: "organisations",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partner_commitments_application",
                table: "partner_commitments",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ux_partner_commitments_time",
                table: "partner_commitments",
                columns: new[] { "partnership", "key", "time" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partner_reports_application",
                table: "partner_reports",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ux_partner_reports_time",
                table: "partner_reports",
                columns: new[] { "partnership", "time" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_conditions_partnership",
                table: "partnership_conditions",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "ix_partnership_consequences_partnership",
                table: "partnership_consequences",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_proposals_by",
                table: "partnership_proposals",
                column: "by");

            migrationBuilder.CreateIndex(
                name: "IX_partnership_proposals_confirmed_by",
                table: "partnership_proposals",
                column: "confirmed_by");

            migrationBuilder.CreateIndex(
                name: "ux_partnership_proposals_open",
                table: "partnership_proposals",
                columns: new[] { "partnership", "open_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partnership_steps_partnership",
                table: "partnership_steps",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_community",
                table: "partnerships",
                column: "community");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_organisation",
                table: "partnerships",
                column: "organisation");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_program",
                table: "partnerships",
                column: "program");

            migrationBuilder.CreateIndex(
                name: "IX_partnerships_program_version",
                table: "partnerships",
                column: "program_version");

            migrationBuilder.CreateIndex(
                name: "ix_partnerships_until",
                table: "partnerships",
                columns: new[] { "until", "code" });

            migrationBuilder.CreateIndex(
                name: "ux_partnerships_application",
                table: "partnerships",
                column: "application",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_partnerships_code",
                table: "partnerships",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_partnerships_status_index",
                table: "partnerships",
                column: "status_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_people_email_key",
                table: "people",
                column: "email_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_people_unsubscribe_key",
                table: "people",
                column: "unsubscribe_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_posted_mails_aside",
                table: "posted_mails",
                columns: new[] { "reader", "notice" },
                filter: "aside_at IS NOT NULL AND told_at IS NULL AND dropped_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_posted_mails_planned",
                table: "posted_mails",
                column: "planned_at");

            migrationBuilder.CreateIndex(
                name: "ix_posted_mails_thread",
                table: "posted_mails",
                columns: new[] { "thread", "planned_at" });

            migrationBuilder.CreateIndex(
                name: "IX_program_drafts_base",
                table: "program_drafts",
                column: "base");

            migrationBuilder.CreateIndex(
                name: "ux_program_versions_number",
                table: "program_versions",
                columns: new[] { "program", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_programs_slug",
                table: "programs",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_queue_keepers_deputy",
                table: "queue_keepers",
                column: "deputy");

            migrationBuilder.CreateIndex(
                name: "IX_queue_keepers_owner",
                table: "queue_keepers",
                column: "owner");

            migrationBuilder.CreateIndex(
                name: "ux_queue_keepers_program",
                table: "queue_keepers",
                column: "program",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rounds_application",
                table: "rounds",
                columns: new[] { "application", "opened_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rounds_closing",
                table: "rounds",
                column: "closes_at",
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_rounds_open",
                table: "rounds",
                column: "application",
                unique: true,
                filter: "closed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_last_seen",
                table: "sessions",
                column: "last_seen");

            migrationBuilder.CreateIndex(
                name: "ix_sessions_person",
                table: "sessions",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_sessions_hash",
                table: "sessions",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_setup_keys_hash",
                table: "setup_keys",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_codes_created",
                table: "sign_in_codes",
                column: "created");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_codes_email",
                table: "sign_in_codes",
                columns: new[] { "email_key", "created" });

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_codes_network",
                table: "sign_in_codes",
                columns: new[] { "network", "created" });

            migrationBuilder.CreateIndex(
                name: "ux_sign_in_codes_address_place",
                table: "sign_in_codes",
                column: "address_place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_sign_in_codes_network_place",
                table: "sign_in_codes",
                column: "network_place",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_signing_keys_current",
                table: "signing_keys",
                column: "current",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_signing_keys_thumbprint",
                table: "signing_keys",
                column: "thumbprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_team_members_person",
                table: "team_members",
                column: "person_id",
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_team_members_active",
                table: "team_members",
                columns: new[] { "team_id", "person_id" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_teams_slug",
                table: "teams",
                columns: new[] { "organisation_id", "slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_thread_entries_application",
                table: "thread_entries",
                columns: new[] { "application", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_due",
                table: "work",
                column: "due_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_work_key",
                table: "work",
                column: "key",
                unique: true,
                filter: "done_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropTable(
                name: "applicants");

            migrationBuilder.DropTable(
                name: "attachment_bytes");

            migrationBuilder.DropTable(
                name: "ballots");

            migrationBuilder.DropTable(
                name: "campaign_clauses");

            migrationBuilder.DropTable(
                name: "campaign_partners");

            migrationBuilder.DropTable(
                name: "case_tags");

            migrationBuilder.DropTable(
                name: "challenges");

            migrationBuilder.DropTable(
                name: "checks");

            migrationBuilder.DropTable(
                name: "clause_acceptances");

            migrationBuilder.DropTable(
                name: "community_members");

            migrationBuilder.DropTable(
                name: "criterion_findings");

            migrationBuilder.DropTable(
                name: "decision_reasons");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "desk_reply_keys");

            migrationBuilder.DropTable(
                name: "event_words");

            migrationBuilder.DropTable(
                name: "holidays");

            migrationBuilder.DropTable(
                name: "import_files");

            migrationBuilder.DropTable(
                name: "import_rows");

            migrationBuilder.DropTable(
                name: "kept_filters");

            migrationBuilder.DropTable(
                name: "letter_recipients");

            migrationBuilder.DropTable(
                name: "notice_choices");

            migrationBuilder.DropTable(
                name: "once");

            migrationBuilder.DropTable(
                name: "partner_commitments");

            migrationBuilder.DropTable(
                name: "partner_reports");

            migrationBuilder.DropTable(
                name: "partnership_conditions");

            migrationBuilder.DropTable(
                name: "partnership_consequences");

            migrationBuilder.DropTable(
                name: "partnership_proposals");

            migrationBuilder.DropTable(
                name: "partnership_steps");

            migrationBuilder.DropTable(
                name: "posted_mails");

            migrationBuilder.DropTable(
                name: "program_drafts");

            migrationBuilder.DropTable(
                name: "queue_keepers");

            migrationBuilder.DropTable(
                name: "secret_keys");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "setup_keys");

            migrationBuilder.DropTable(
                name: "sign_in_codes");

            migrationBuilder.DropTable(
                name: "signing_keys");

            migrationBuilder.DropTable(
                name: "team_members");

            migrationBuilder.DropTable(
                name: "work");

            migrationBuilder.DropTable(
                name: "attachments");

            migrationBuilder.DropTable(
                name: "clearances");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "clause_wordings");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "letters");

            migrationBuilder.DropTable(
                name: "partnerships");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "teams");

            migrationBuilder.DropTable(
                name: "thread_entries");

            migrationBuilder.DropTable(
                name: "round_seats");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "communities");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "rounds");

            migrationBuilder.DropTable(
                name: "applications");

            migrationBuilder.DropTable(
                name: "admission_codes");

            migrationBuilder.DropTable(
                name: "program_versions");

            migrationBuilder.DropTable(
                name: "programs");
        }
    }
}
