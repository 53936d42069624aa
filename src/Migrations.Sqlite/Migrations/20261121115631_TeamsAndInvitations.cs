using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Banyan.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TeamsAndInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "review_team",
                table: "applications",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "invited_by",
                table: "applicants",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_applicants_invited",
                table: "applicants",
                columns: new[] { "email_key", "invited_at" });

            migrationBuilder.CreateIndex(
                name: "ix_applicants_inviter",
                table: "applicants",
                columns: new[] { "invited_by", "invited_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_applicants_invited",
                table: "applicants");

            migrationBuilder.DropIndex(
                name: "ix_applicants_inviter",
                table: "applicants");

            migrationBuilder.DropColumn(
                name: "review_team",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "invited_by",
                table: "applicants");
        }
    }
}
