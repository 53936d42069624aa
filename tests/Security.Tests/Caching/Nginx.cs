using System.Globalization;
using System.Net.Sockets;
using Banyan.Testing;
using Banyan.Testing.Processes;

namespace Banyan.Security.Tests.Caching;

/// <summary>A real nginx that keeps answers, in front of a site on this machine. All visitors share one connection behind it, as whoever smuggles would wish.</summary>
internal sealed class Nginx : IDisposable
{
    private const int Tries = 100;

    /// <summary>As somebody sets it up who means to keep everything and asks nobody.</summary>
    public const string Careless =
        "proxy_ignore_headers Cache-Control Expires Set-Cookie Vary X-Accel-Expires;";

    private readonly ChildProcess process;

    private readonly string passed;

    private Nginx(ChildProcess process, Uri address, string folder) =>
        (this.process, Address, passed) = (process, address, Path.Combine(folder, "passed"));

    public Uri Address { get; }

    /// <summary>The addresses that it asked the site for, as it says itself.</summary>
    public IReadOnlyList<string> Passed =>
        [
            .. File.ReadAllLines(passed)
                .Select(line => line.Split(' '))
                .Where(words => words[^1] != "-")
                .Select(words => words[0]),
        ];

    public static string? Program =>
        Programs.Find("nginx") ?? (File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : null);

    /// <summary>For tests that are left out without it, and fail where nothing may be.</summary>
    public static bool IsMissing =>
        Program is null && Programs.SkipUnless(false, "nginx") is not null;

    /// <param name="further">Further lines of its setting.</param>
    public static async Task<Nginx> BeforeAsync(Uri site, string further = "")
    {
        var folder = TemporaryFolder.New("nginx");
        var address = new Uri(
            string.Create(CultureInfo.InvariantCulture, $"http://localhost:{BanyanHost.FreePort()}")
        );
        var file = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(file, SettingOf(folder, address, site, further));
        var started = ChildProcess.Start(null, Program ?? "nginx", "-p", folder, "-c", file);
        for (var tries = 0; tries < Tries; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", address.Port);
                return new Nginx(started, address, folder);
            }
            catch (SocketException) when (!started.HasEnded)
            {
                await Task.Delay(50);
            }
        }
        throw new InvalidOperationException($"nginx does not come up: {started.Said}");
    }

    public void Dispose() => process.Dispose();

    private static string SettingOf(string folder, Uri address, Uri site, string further) =>
        $$"""
            daemon off;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log stderr;
            events {}
            http {
              log_format passed '$request_uri $upstream_addr';
              access_log {{folder}}/passed passed;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              proxy_cache_path {{folder}}/cache keys_zone=all:10m;
              upstream site {
                server 127.0.0.1:{{site.Port}};
                keepalive 1;
              }
              server {
                listen 127.0.0.1:{{address.Port}};
                location / {
                  proxy_pass http://site;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host localhost:{{site.Port}};
                  proxy_cache all;
                  proxy_cache_valid any 10m;
                  add_header X-Kept $upstream_cache_status always;
                  {{further}}
                }
              }
            }

            """;
}
