using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Banyan.Security.Tests.Egress.Inside;

/// <summary>A name server of our own (RFC 1035, one question a packet, nothing to be kept): its names lead where a test says, and may lead elsewhere the next time.</summary>
internal sealed class NameServer : IDisposable
{
    private const ushort TypeA = 1;
    private const ushort TypeAaaa = 28;
    private const ushort NoSuchName = 3;
    private readonly ConcurrentDictionary<string, IPAddress[][]> names = new();
    private readonly ConcurrentDictionary<(string, ushort), int> asked = new();
    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 53));
    private int count;

    public NameServer() => _ = Task.Run(ServeAsync);

    /// <summary>How often any name was asked for.</summary>
    public int Asked => asked.Values.Sum();

    /// <param name="turns">What it leads to the first time, the second time, and so on; the last for ever.</param>
    public string Name(params IPAddress[][] turns)
    {
        var name = $"n{Interlocked.Increment(ref count)}.example.org";
        names[name] = turns;
        return name;
    }

    public void Name(string name, params IPAddress[][] turns) => names[name] = turns;

    public void Dispose() => socket.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await socket.ReceiveAsync();
                await socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint);
            }
        }
        catch (Exception problem) when (problem is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private byte[] Answer(byte[] question)
    {
        var (name, end) = Read(question);
        var type = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(end));
        var known = names.TryGetValue(name, out var turns);
        var addresses = known ? Turn(name, type, turns!) : [];
        using var answer = new MemoryStream();
        answer.Write(question.AsSpan(0, 2));
        // An answer, with authority, recursion wished for and to be had.
        Write(answer, (ushort)(0x8580 | (known ? 0 : NoSuchName)));
        Write(answer, 1);
        Write(answer, (ushort)addresses.Count);
        Write(answer, 0);
        Write(answer, 0);
        answer.Write(question.AsSpan(12, end + 4 - 12));
        foreach (var address in addresses)
        {
            Write(answer, 0xC00C);
            Write(answer, type);
            Write(answer, 1);
            Write(answer, 0);
            Write(answer, 0);
            var bytes = address.GetAddressBytes();
            Write(answer, (ushort)bytes.Length);
            answer.Write(bytes);
        }
        return answer.ToArray();
    }

    private List<IPAddress> Turn(string name, ushort type, IPAddress[][] turns)
    {
        var turn = asked.AddOrUpdate((name, type), 0, (_, before) => before + 1);
        return
        [
            .. turns[Math.Min(turn, turns.Length - 1)]
                .Where(address =>
                    type switch
                    {
                        TypeA => address.AddressFamily == AddressFamily.InterNetwork,
                        TypeAaaa => address.AddressFamily == AddressFamily.InterNetworkV6,
                        _ => false,
                    }
                ),
        ];
    }

    /// <returns>The name, and where its type stands.</returns>
    private static (string Name, int End) Read(byte[] question)
    {
        var labels = new List<string>();
        var at = 12;
        while (question[at] is > 0 and var length)
        {
            labels.Add(Encoding.ASCII.GetString(question, at + 1, length).ToLowerInvariant());
            at += length + 1;
        }
        return (string.Join('.', labels), at + 1);
    }

    private static void Write(Stream answer, ushort number)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, number);
        answer.Write(bytes);
    }
}
