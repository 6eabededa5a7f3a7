#!/usr/bin/env bash
# Style, types, import contracts and tests: `make test`. Every part runs even where an earlier one failed; the exit
# status is 0 only where all passed, and pytest's closing line is the last one printed.
#
#   test.sh [--no-tests] [PYTEST ARGUMENTS]
set -uo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
with_tests=yes
if [ "${1:-}" = --no-tests ]; then
  with_tests=no
  shift
fi

scratch=$(mktemp -d)
trap 'kill %% 2>/dev/null; rm -rf "$scratch"' EXIT
failed=()

report() {
  local name=$1 status=$2 said=$3
  if [ "$status" -eq 0 ]; then
    printf '%-15s ok\n' "$name"
  else
    failed+=("$name")
    printf '%-15s FAILED\n' "$name"
    cat "$said"
  fi
}

part() {
  local name=$1
  shift
  "$@" >"$scratch/part" 2>&1
  report "$name" $? "$scratch/part"
}

# The type checker has the second core to itself while the rest runs.
"$bin/mypy" >"$scratch/types" 2>&1 &
type_checker=$!

part "ruff check" "$bin/ruff" check .
part "ruff format" "$bin/ruff" format --check .
part "lint-imports" "$bin/lint-imports" --no-logo

# What starts processes of its own (stories on a virtual screen, kills, power cuts) and the services' tests run beside
# the rest: two cores are busy then, and all of it ends in about half the time. With arguments there is one run, as
# pytest would do it.
apart=(tests/e2e tests/proofs tests/store tests/services)

closing=""
if [ "$with_tests" = yes ] && [ "$#" -gt 0 ]; then
  "$bin/python" -m pytest "$@" 2>&1 | tee "$scratch/tests"
  [ "${PIPESTATUS[0]}" -eq 0 ] || failed+=("pytest")
  closing=$(tail -n 1 "$scratch/tests")
elif [ "$with_tests" = yes ]; then
  "$bin/python" -m pytest "${apart[@]}" >"$scratch/apart" 2>&1 &
  processes=$!
  "$bin/python" -m pytest "${apart[@]/#/--ignore=}" 2>&1 | tee "$scratch/tests"
  [ "${PIPESTATUS[0]}" -eq 0 ] || failed+=("pytest")
  wait "$processes" || failed+=("pytest ${apart[*]}")
  cat "$scratch/apart"
  closing=$(tail -qn 1 "$scratch/tests" "$scratch/apart" | "$bin/python" packaging/add_up.py)
fi

wait "$type_checker"
report "mypy --strict" $? "$scratch/types"

[ "${#failed[@]}" -eq 0 ] || echo "Failed: ${failed[*]}"
[ -z "$closing" ] || echo "$closing"
[ "${#failed[@]}" -eq 0 ]
