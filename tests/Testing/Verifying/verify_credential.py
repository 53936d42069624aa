"""Checks a credential and its status list with PyJWT and Python's own gzip, as somebody who knows nothing of Banyan would.

verify_credential.py BASE NOW < TOKEN
BASE: the address that is trusted; NOW: seconds since 1970. Prints one line of JSON, or fails with what is wrong.
"""

import base64
import gzip
import json
import sys
import urllib.request

import jwt

base, now = sys.argv[1].rstrip("/"), int(sys.argv[2])


def verified(token):
    key = jwt.PyJWKClient(base + "/.well-known/jwks.json").get_signing_key_from_jwt(token)
    # The clock of the test is not the machine's, so the dates are compared below.
    claims = jwt.decode(token, key.key, algorithms=["RS256"],
                        options={"verify_exp": False, "verify_nbf": False, "require": ["iss", "nbf"]})
    if not claims["iss"].startswith(base + "/"):
        raise ValueError("another issuer: " + claims["iss"])
    if now < claims["nbf"]:
        raise ValueError("not yet valid")
    if now >= claims.get("exp", now + 1):
        raise ValueError("expired")
    return claims


def bit(entry):
    with urllib.request.urlopen(entry["statusListCredential"]) as answer:
        if answer.headers.get_content_type() != "application/vc+jwt":
            raise ValueError(answer.headers.get_content_type())
        claims = verified(answer.read().decode("ascii"))
    if "BitstringStatusListCredential" not in claims["type"] or claims["id"] != entry["statusListCredential"]:
        raise ValueError("not the list")
    subject = claims["credentialSubject"]
    if subject["type"] != "BitstringStatusList" or subject["statusPurpose"] != entry["statusPurpose"]:
        raise ValueError("another list")
    encoded = subject["encodedList"]
    if encoded[0] != "u" or "=" in encoded:
        raise ValueError("not multibase")
    bits = gzip.decompress(base64.urlsafe_b64decode(encoded[1:] + "=" * (-len(encoded[1:]) % 4)))
    if len(bits) * 8 < 131072:
        raise ValueError("too short")
    index = int(entry["statusListIndex"])
    return bits[index // 8] >> (7 - index % 8) & 1


token = sys.stdin.read().strip()
claims = verified(token)
header = jwt.get_unverified_header(token)
with urllib.request.urlopen(header["kid"]) as answer:
    if json.load(answer)["kid"] != header["kid"]:
        raise ValueError("another key at the address of the key")
print(json.dumps({"claims": claims, "kid": header["kid"], "typ": header["typ"], "bit": bit(claims["credentialStatus"])}))
