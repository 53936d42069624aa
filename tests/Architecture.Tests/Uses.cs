using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Banyan.Architecture.Tests;

/// <summary>One mention of a member or type in the code of a type.</summary>
/// <param name="Before">The whole number that the instruction before it put on the stack: the last argument of a call, where it is a constant.</param>
internal sealed record Use(Type From, MemberInfo Member, int? Before)
{
    public Type Owner => Member as Type ?? Member.DeclaringType ?? typeof(object);

    public override string ToString() => $"{From.FullName} uses {Owner.FullName}.{Member.Name}";
}

/// <summary>Reads from compiled code what it mentions: in signatures, fields, attributes and instructions.</summary>
internal static class Uses
{
    private const BindingFlags Everything =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<Use>> Known = new();

    private static readonly Dictionary<short, OpCode> Instructions = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(instruction => instruction.Value);

    public static IReadOnlyList<Use> In(Assembly assembly) =>
        Known.GetOrAdd(assembly, static code => [.. code.GetTypes().SelectMany(In)]);

    public static IEnumerable<Use> In(Type type)
    {
        var methods = type.GetMethods(Everything)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(Everything))
            .ToList();
        return Declared(type, methods)
            .Select(member => (Member: member, Before: (int?)null))
            .Concat(
                methods.SelectMany(Mentioned).Select(mention => (mention.Member, mention.Before))
            )
            .SelectMany(mention => Parts(mention.Member).Select(part => (part, mention.Before)))
            .Distinct()
            .Select(mention => new Use(type, mention.part, mention.Before));
    }

    /// <summary>What its methods call themselves. What they only write down, for a query, is not called.</summary>
    public static IEnumerable<MethodBase> Calls(Type type) =>
        type.GetMethods(Everything)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(Everything))
            .Where(method => !IsOfRecord(method))
            .SelectMany(Mentioned)
            .Where(mention => mention.Operand == OperandType.InlineMethod)
            .Select(mention => mention.Member)
            .OfType<MethodBase>();

    // Each record is given a comparison by the compiler, whether anybody asks for it or not.
    private static bool IsOfRecord(MethodBase method) =>
        method.Name is "Equals" or "op_Equality" or "op_Inequality"
        && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static IEnumerable<MemberInfo> Declared(Type type, List<MethodBase> methods)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var implemented in type.GetInterfaces())
            yield return implemented;
        foreach (var field in type.GetFields(Everything))
            yield return field.FieldType;
        foreach (var attribute in type.GetCustomAttributesData())
            yield return attribute.AttributeType;
        foreach (var method in methods)
        {
            if (method is MethodInfo { ReturnType: var answer })
                yield return answer;
            foreach (var parameter in method.GetParameters())
                yield return parameter.ParameterType;
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? [])
                yield return local.LocalType;
        }
    }

    private static IEnumerable<(MemberInfo Member, int? Before, OperandType Operand)> Mentioned(
        MethodBase method
    )
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var ofType = method.DeclaringType!.GetGenericArguments();
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        int? before = null;
        for (var at = 0; at < code.Length; )
        {
            var value = (short)code[at++];
            if (value == 0xFE)
                value = (short)(0xFE00 | code[at++]);
            var operand = Instructions[value].OperandType;
            if (
                operand
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
                yield return (
                    method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!,
                    before,
                    operand
                );
            before = operand == OperandType.InlineI ? BitConverter.ToInt32(code, at) : null;
            at += SizeOf(operand, code, at);
        }
    }

    private static int SizeOf(OperandType operand, byte[] code, int at) =>
        operand switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget
            or OperandType.ShortInlineI
            or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
            _ => 4,
        };

    // Task<HttpClient[]> mentions the client, too.
    private static IEnumerable<MemberInfo> Parts(MemberInfo member)
    {
        yield return member;
        var types = member switch
        {
            Type { HasElementType: true } whole => [whole.GetElementType()!],
            Type { IsGenericType: true } whole => whole.GetGenericArguments(),
            MethodInfo { IsGenericMethod: true } method => method.GetGenericArguments(),
            _ => [],
        };
        foreach (var part in types.SelectMany(Parts))
            yield return part;
    }
}
