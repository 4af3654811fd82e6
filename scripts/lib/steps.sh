# Shared by the scripts: shows what is going on, and for how long.

say() { printf '   %s\n' "$*" >&2; }

# step NAME COMMAND...: runs the command; its output is shown as it comes, indented, and the time it took behind it.
step() {
  local name=$1 began=$SECONDS
  shift
  printf '== %s\n' "$name" >&2
  "$@" >&2
  printf '   done in %d s\n' $((SECONDS - began)) >&2
}
