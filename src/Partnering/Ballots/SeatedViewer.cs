using Banyan.Kernel.Access;
using Banyan.Membership.Contracts;

namespace Banyan.Partnering.Ballots;

/// <summary>Somebody who is not looking, as they would be seen if they were: the guards of pages can then be asked for them.</summary>
internal static class SeatedViewer
{
    /// <param name="seats">All of one person.</param>
    public static Viewer Of(IReadOnlyCollection<SeatFacts> seats, PermissionBook book) =>
        new(
            seats.First().Person,
            "",
            null,
            [
                .. seats.Select(seat => new Seat(
                    seat.Organisation,
                    seat.Team,
                    seat.Kind,
                    seat.Voting,
                    seat.Chair,
                    book.Of(seat.Kind, seat.Chair)
                )),
            ],
            null
        );
}
