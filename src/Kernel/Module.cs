using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Banyan.Kernel;

/// <summary>All that one room of the house adds to the whole. The host lists its modules; nothing is found by scanning.</summary>
public abstract class Module
{
    public abstract string Name { get; }

    public virtual IEnumerable<Permission> Permissions => [];

    /// <summary>The sentence for each database constraint that a person can run into.</summary>
    public virtual IEnumerable<ConstraintRefusal> Constraints => [];

    public virtual IEnumerable<NavigationItem> Navigation => [];

    /// <summary>Kinds of mail of which people say how often they come.</summary>
    public virtual IEnumerable<NoticeKind> Notices => [];

    public virtual void Model(ModelBuilder model) { }

    public virtual void Services(IServiceCollection services) { }

    /// <summary>Middleware between routing and the gate; the session fills the viewer here.</summary>
    public virtual void Use(IApplicationBuilder app) { }

    public virtual void Map(IEndpointRouteBuilder endpoints) { }

    /// <summary>Rows that only the recent past needs. They are deleted once a day, each query for itself.</summary>
    public virtual IEnumerable<IQueryable<object>> Old(BanyanDb db, Instant now) => [];

    /// <summary>Called when a form comes a second time whose first answer began a session: a browser that gave up that answer has no cookie of it.</summary>
    public virtual Task ReturnSessionAsync(
        HttpContext context,
        Guid session,
        CancellationToken ct
    ) => Task.CompletedTask;
}
