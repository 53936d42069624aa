using System.Net;

namespace Banyan.Security.Tests.Egress;

/// <summary>Where the server must never go, and the spellings in which somebody might send it there.</summary>
internal static class HostileAddresses
{
    /// <summary>What a name may lead to: the special-purpose registries of IANA, the metadata services of clouds, and IPv4 in the clothes of IPv6.</summary>
    private const string Inside = """
        0.0.0.0 0.0.0.1 0.255.255.255 10.0.0.1 10.0.0.138 10.255.255.255 100.64.0.1 100.100.100.200 100.127.255.254
        127.0.0.1 127.0.0.2 127.0.0.53 127.0.1.1 127.1.1.1 127.255.255.254 169.254.0.1 169.254.169.254 169.254.169.253 169.254.170.2 169.254.255.254
        172.16.0.1 172.17.0.1 172.20.10.1 172.31.255.254 192.0.0.1 192.0.0.8 192.0.0.170 192.0.0.192 192.0.2.1 192.0.2.254 192.31.196.1
        192.52.193.1 192.88.99.1 192.168.0.1 192.168.1.1 192.168.49.2 192.168.99.100 192.168.122.1 192.168.255.254 192.175.48.1 198.18.0.1 198.19.255.254
        198.51.100.1 203.0.113.1 224.0.0.1 224.0.0.251 239.255.255.250 240.0.0.1 250.1.2.3 255.255.255.254 255.255.255.255
        :: ::1 ::2 ::7f00:1 ::10.0.0.1 ::a9fe:a9fe ::ffff:0.0.0.0 ::ffff:10.0.0.1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:192.168.1.1
        ::ffff:172.16.0.1 ::ffff:100.64.0.1 ::ffff:0:127.0.0.1 ::ffff:0:a9fe:a9fe 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b::a00:1 64:ff9b:1::1 64:ff9b:1::a9fe:a9fe
        100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2001:db8:ffff::1 2002:7f00:1::1 2002:a9fe:a9fe::1
        2002:a00:1:: 2620:4f:8000::1 3ffe::1 3fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fd20:ce::254 fdff:ffff::1 fe80::1 fe80::a9fe:a9fe febf::1
        fec0::1 feff::1 ff01::1 ff02::1 ff05::2 ff0e::1 2a00:1450:4001:81b:0:5efe:7f00:1 2a00:1450:4001:81b:200:5efe:a00:1 4000::1 8000::1 e000::1
        """;

    /// <summary>What somebody may type, or answer with as the place to go to.</summary>
    private const string Typed = """
        http://127.0.0.1/ http://127.0.0.1:8080/ http://127.1/ http://127.0.1/ http://0/ http://0.0/ http://0.0.0.0/ http://2130706433/ http://2852039166/ http://3232235777/
        http://017700000001/ http://0177.0.0.1/ http://0177.0.0.01/ http://00000177.1/ http://0x7f000001/ http://0x7f.0x0.0x0.0x1/ http://0x7f.1/ http://0X7F.1/ http://0x7f.0.0.1/
        http://0xa9fea9fe/ http://0xA9.0xFE.0xA9.0xFE/ http://0251.0376.0251.0376/ http://169.254.43518/ http://169.16689662/ http://169.254.169.254./ http://169.254.169.254/latest/meta-data/
        http://4294967296/ http://6425673729/ http://127.0.0.1.:80/ http://127.0.0.1%00.example.org/ http://127.0.0.1%2f@example.org/ http://127%2e0%2e0%2e1/ http://127.0.0.1%20/
        http://[::1]/ http://[::]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::ffff:a9fe:a9fe]/ http://[::127.0.0.1]/ http://[64:ff9b::a9fe:a9fe]/
        http://[2002:7f00:1::]/ http://[fe80::1]/ http://[fe80::1%25lo]/ http://[fe80::1%25eth0]/ http://[fd00:ec2::254]/ http://[::1]:8080/ http://[::1 http://::1/ http://[v1.127]/
        http://localhost/ http://LOCALHOST/ http://localhost./ http://localhost.localdomain/ http://foo.localhost/ http://ip6-localhost/ http://ip6-loopback/ http://local/ http://banyan/
        http://metadata/ http://metadata.google.internal/ http://metadata.google.internal./computeMetadata/v1/ http://instance-data.ec2.internal/ http://kubernetes.default.svc.cluster.local/
        http://router.lan/ http://printer.local/ http://gateway.home.arpa/ http://nas.home/ http://host.docker.internal/ http://intranet.corp/ http://hidden.onion/
        http://１２７.0.0.1/ http://127。0。0。1/ http://127．0．0．1/ http://①②⑦.⓪.⓪.①/ http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/ http://١٢٧.٠.٠.١/ http://१२७.0.0.1/ http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/ http://ｌｏｃａｌｈｏｓｔ/ http://loc\u00ADalhost/
        http://open.example.org@127.0.0.1/ http://127.0.0.1@open.example.org/ http://open.example.org:80@127.0.0.1/ http://open.example.org%40127.0.0.1/ http://a:b@127.0.0.1/ http://open.example.org#@127.0.0.1/
        http://open.example.org\\@127.0.0.1/ http://127.0.0.1\\@open.example.org/ http:\\\\127.0.0.1\\ http:/\\127.0.0.1/ http:127.0.0.1 http:/127.0.0.1 http:///127.0.0.1/ //127.0.0.1/ \\\\127.0.0.1\\c$ /\\127.0.0.1/
        http://127.0.0.1:22/ http://open.example.org:22/ http://open.example.org:25/ http://open.example.org:6379/ http://open.example.org:5432/ http://open.example.org:2375/ http://open.example.org:9200/ http://open.example.org:0/
        http://open.example.org:65616/ http://open.example.org:-80/ http://open.example.org:80:22/ http://open.example.org:８０８１/ ftp://127.0.0.1/ file:///etc/passwd file://127.0.0.1/etc/passwd gopher://127.0.0.1:6379/_FLUSHALL
        dict://127.0.0.1:11211/stat ldap://127.0.0.1/ jar:http://127.0.0.1!/ tftp://127.0.0.1/ ws://127.0.0.1/ unix:/run/docker.sock netdoc:///etc/passwd javascript:alert(1) data:text/html,hello about:blank view-source:http://127.0.0.1/
        """;

    public static IReadOnlyList<IPAddress> Addresses { get; } =
    [.. Words(Inside).Select(IPAddress.Parse)];

    public static IReadOnlyList<string> Spellings { get; } =
    [
        .. Words(Typed)
            .Select(word =>
                word.Replace("\\u00AD", "\u00AD", StringComparison.Ordinal)
                    .Replace("\\\\", "\\", StringComparison.Ordinal)
            ),
    ];

    private static string[] Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
