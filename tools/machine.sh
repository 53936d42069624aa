# Sourced by ./run and ./test: what the machine must have, and how it is brought there when we may.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

need_sdk() {
    if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep '^10\.' >/dev/null; then
        say "Banyan needs the .NET 10 SDK. Install it from https://dot.net and start again."
        exit 1
    fi
}

# as_root CMD...: runs it as root, or fails when we may not become root without being asked.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
    command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

# install PACKAGE...: from Debian's or Ubuntu's own repository.
install() {
    if ! may_install; then
        say "Missing: $*. Install these packages (on Debian: apt-get install $*) and start again."
        exit 1
    fi
    say "Installing $*"
    local log
    log=$(mktemp)
    if ! { as_root apt-get update && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        say "Could not install $*."
        exit 1
    fi
    rm -f "$log"
}

# Not grep -q: it hangs up early, and with pipefail the one who still writes counts as failed.
has_library() { ldconfig -p 2>/dev/null | grep "$1" >/dev/null; }

# The two system libraries that the program itself loads. Other systems than Linux bring both along.
need_libraries() {
    [ "$(uname)" = Linux ] || return 0
    PATH=$PATH:/sbin:/usr/sbin
    has_library 'libsqlite3\.so\.0' || install libsqlite3-0
    if ! has_library 'libicuuc\.so'; then
        if may_install; then as_root apt-get update >/dev/null; fi
        install "$(apt-cache search --names-only '^libicu[0-9]+$' 2>/dev/null | sort -V | tail -1 | cut -d' ' -f1 | grep . || echo libicu)"
    fi
}

# quietly CMD...: shows what a command printed only when it fails.
quietly() {
    local log
    log=$(mktemp)
    if "$@" >"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        exit 1
    fi
}

# publish_program: as the installation page publishes it, ready to run. Elsewhere than on this kind of machine the built program is taken.
publish_program() {
    [ "$(uname -sm)" = "Linux x86_64" ] || return 0
    quietly dotnet publish src/Banyan --configuration Release --runtime linux-x64 --self-contained false -p:PublishReadyToRun=true \
        --output artifacts/program --verbosity quiet --nologo
    export BANYAN_PROGRAM="$PWD/artifacts/program/banyan"
}
