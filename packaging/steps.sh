# Sourced by ./run, ./test and .ci/run: one line a step, quiet about success, loud about failure.

# step WORDS COMMAND...: runs the command with its output in a log; on failure shows the log and the exit code.
# Where somebody watches a terminal the command writes there itself.
step() {
  local words=$1 log status=0 began=$SECONDS
  shift
  if [ -t 1 ]; then
    printf '%s\n' "$words"
    "$@" </dev/null || status=$?
  else
    log=$(mktemp)
    printf '%s ... ' "$words"
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -eq 0 ]; then
      printf '%d s\n' $((SECONDS - began))
    else
      printf 'failed after %d s\n' $((SECONDS - began))
      cat "$log" >&2
    fi
    rm -f "$log"
  fi
  [ "$status" -eq 0 ] || printf 'This failed with exit code %d: %s\n' "$status" "$*" >&2
  return "$status"
}

# As many jobs as the machine has cores, and no more than its memory bears (about 1.5 GiB a compiler).
jobs_here() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ { print int($2 / 1572864) }' /proc/meminfo 2>/dev/null) || memory=$cores
  [ "$memory" -ge 1 ] || memory=1
  [ "$cores" -le "$memory" ] && echo "$cores" || echo "$memory"
}
