using System.Globalization;
using Banyan.Kernel.Access;
using Banyan.Kernel.Data;
using Banyan.Kernel.Domain;
using Banyan.Kernel.Egress;
using Banyan.Kernel.Mail;
using Banyan.Kernel.Secrets;
using Banyan.Kernel.Ui;
using Banyan.Kernel.Web;
using Banyan.Kernel.Work;
using Banyan.Membership.Contracts;
using Banyan.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.StaticFiles;
using NodaTime;

namespace Banyan;

/// <summary>Builds the web application: every way of starting it, tests included, comes through here.</summary>
internal static class Site
{
    /// <param name="runtime">Null: the one that runs this.</param>
    public static WebApplication Build(
        string[] args,
        Action<WebApplicationBuilder>? change = null,
        Version? runtime = null
    )
    {
        RuntimeFloor.Hold(runtime ?? Environment.Version);
        // A line ends with CRLF alone: what ends at another place for somebody in front of us is two requests instead of one.
        AppContext.SetSwitch(
            "Microsoft.AspNetCore.Server.Kestrel.DisableHttp1LineFeedTerminators",
            true
        );
        // English until the pages have more languages; the machine's own would mix its dates into our sentences.
        CultureInfo.DefaultThreadCurrentCulture =
            CultureInfo.DefaultThreadCurrentUICulture =
            CultureInfo.CurrentCulture =
            CultureInfo.CurrentUICulture =
                CultureInfo.GetCultureInfo("en-GB");
        var builder = NewBuilder(args);
        change?.Invoke(builder);
        var settings = Settings.From(builder.Configuration, builder.Environment.IsDevelopment());
        if (settings.BaseUrlProblem is { } problem)
            throw new SettingProblem(problem);
        AddServices(builder, settings);
        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    /// <summary>The configuration and the environment, and nothing of the site yet.</summary>
    public static WebApplicationBuilder NewBuilder(string[] args) =>
        WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = args,
                // The pages are found by this name, also when a test program is the one that started.
                ApplicationName = typeof(Site).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                WebRootPath = WebRoot(),
            }
        );

    private static void AddServices(WebApplicationBuilder builder, Settings settings)
    {
        Directory.CreateDirectory(settings.Data);
        var services = builder.Services;
        if (builder.Configuration["urls"] is null)
            builder.WebHost.UseUrls("http://localhost:5080");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1_000_000;
        });
        services.AddSingleton(settings).AddSingleton(new SiteAddress(settings.BaseUrl));
        if (services.All(service => service.ServiceType != typeof(IClock)))
            services.AddSingleton<IClock>(new DatabaseClock(new MillisecondClock()));
        services.AddBanyanData(settings.Database, Modules.All);
        services.AddSecrets(settings.KeyFile);
        services
            .AddScoped<ViewerHolder>()
            .AddScoped(provider => provider.GetRequiredService<ViewerHolder>().Viewer);
        services.AddSingleton<PermissionBook>().AddSingleton<OnceTurns>().AddSingleton<Readiness>();
        services.AddSingleton<Health>();
        services.AddScoped<PageFrame>().AddScoped<HouseName>().AddSingleton<HouseNameMemory>();
        services.AddFormLimit(settings.FormsPerMinute);
        services.AddEgress(settings.BaseUrl);
        services.AddWork<Sweep>(Sweep.Kind);
        services.AddMail(
            settings.Mail,
            new MailIdentity(settings.MailFrom, "Banyan", settings.MailFrom.Split('@')[1]),
            new ReplyBox(settings.MailReplies),
            Path.Combine(settings.Data, "outbox")
        );
        services.AddSingleton<Worker>();
        if (builder.Configuration.GetValue("Banyan:Worker", true))
            services.AddHostedService(provider => provider.GetRequiredService<Worker>());
        var pages = services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/";
                options.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
                options.Conventions.Add(new AddressConvention());
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<FormGuard>();
                options.Filters.Add<FillFrame>();
                options.ModelBinderProviders.Insert(0, new TypedBinder());
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        WithoutKeys(services);
        services.AddSingleton(new MembershipOptions(ShowCodes: settings.Development));
        pages.ConfigureApplicationPartManager(AddRooms);
        foreach (var module in Modules.All)
            module.Services(services);
    }

    // Sessions and forms have tokens of their own, and nothing else is protected by the framework's keys; it would write a file of them at each first start.
    private static void WithoutKeys(IServiceCollection services)
    {
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.Remove(
            services.Single(service =>
                service.ImplementationType?.Name == "DataProtectionHostedService"
            )
        );
    }

    // Named here and not found by the build's scan, which leaves a room out without a word when its cache is stale.
    private static void AddRooms(ApplicationPartManager parts)
    {
        foreach (var room in Modules.All.Select(module => module.GetType().Assembly))
        {
            if (parts.ApplicationParts.Any(part => part.Name == room.GetName().Name))
                continue;
            foreach (
                var part in ApplicationPartFactory
                    .GetApplicationPartFactory(room)
                    .GetApplicationParts(room)
            )
                parts.ApplicationParts.Add(part);
        }
    }

    private static void Use(WebApplication app, Settings settings)
    {
        app.UseProxies(settings.Proxies);
        // Outermost otherwise, so that a refusal of SafeRequests has a page too, and an error page has the strict headers.
        app.UseExceptionHandler("/problem/500");
        app.UseStatusCodePagesWithReExecute("/problem/{0}");
        app.UseMiddleware<SafeRequests>();
        app.UseMiddleware<KeptAnswers>();
        app.UseMiddleware<ReadableForms>(false);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = Prepare });
        app.UseRouting();
        app.UseMiddleware<NotReadyYet>();
        foreach (var module in Modules.All)
            module.Use(app);
        app.UseFormLimit();
        app.UseMiddleware<Gate>(settings.Development);
        app.UseMiddleware<ReadableForms>(true);
        app.MapRazorPages();
        Health.Map(app);
        foreach (var module in Modules.All)
            module.Map(app);
    }

    // Asked anew each time and answered by their tag; the strict "no-store" of pages would send them whole with each. All are UTF-8.
    private static void Prepare(StaticFileResponseContext file)
    {
        var response = file.Context.Response;
        response.Headers.CacheControl = "no-cache";
        response.ContentType += "; charset=utf-8";
    }

    // Run from a build folder, the static files lie in the project; published, beside the program.
    private static string WebRoot()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(beside))
            return beside;
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var source = Path.Combine(folder.FullName, "src", "Banyan", "wwwroot");
            if (Directory.Exists(source))
                return source;
        }
        return beside;
    }
}
