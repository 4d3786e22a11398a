#!/bin/sh
# The waveform of a 5 minute and a 2 hour call, stereo 16-bit 8 kHz, drawn by Aftercall (in process, warm), by ffmpeg's
# showwavespic and, where it is installed, by audiowaveform; beside the cost of read() alone. One result a line:
# "name value unit", medians; "cpu" is user + system time, of the drawing thread or of the whole other process.
#
#   ROUNDS  how often each is measured (9)
#   DATA    where the WAV files are made and kept ($TMPDIR/aftercall-bench)
#   CALL    a stereo 8 kHz WAV to repeat; without it a call is synthesised: two voices' worth of noise in turns
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
rounds=${ROUNDS:-9}
data=${DATA:-${TMPDIR:-/tmp}/aftercall-bench}
classes=$root/server/target/classes
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for tool in sox ffmpeg; do
  command -v $tool >/dev/null || { echo "$tool is missing: apt-get install $tool" >&2; exit 1; }
done
[ -d "$classes/com/aftercall/waveform" ] || { echo "Nothing built yet: mvn -pl server compile" >&2; exit 1; }

# A call of $2 seconds in file $1.
make_call() {
  [ -f "$1" ] && return
  mkdir -p "$data"
  if [ -n "${CALL:-}" ]; then
    sox "$CALL" -b 16 -r 8000 "$work/call.wav" repeat $(($2 / 60)) trim 0 "$2"
  else
    # Four seconds of speech-like noise on the left, then four on the right.
    sox -n -r 8000 -b 16 "$work/left.wav" synth 4 pinknoise vol 0.3 tremolo 4 90 remix 1 0 2>/dev/null
    sox -n -r 8000 -b 16 "$work/right.wav" synth 4 brownnoise vol 0.3 tremolo 3 90 remix 0 1 2>/dev/null
    sox "$work/left.wav" "$work/right.wav" "$work/call.wav" repeat $(($2 / 8)) trim 0 "$2"
  fi
  mv "$work/call.wav" "$1"
}

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }

# Median of user + system seconds of a command.
cpu() {
  for _ in $(seq "$rounds"); do
    { TIMEFORMAT='%U %S'; export TIMEFORMAT; bash -c 'time "$@" >/dev/null 2>&1' - "$@"; } 2>&1 | awk '{print $1 + $2}'
  done | median
}

emit() { echo "$1 $2 $3"; }

# Name of a tool, label and file, seconds.
emit_process() {
  emit "wave_$2_$1_cpu" "$4" s
  emit "wave_$2_$1_bandwidth" "$(awk -v b="$(wc -c <"$3")" -v s="$4" 'BEGIN {printf "%.4g", b / s / 1e6}')" MB/cpu-s
}

make_call "$data/call5m.wav" 300
make_call "$data/call2h.wav" 7200
"${java}c" -cp "$classes" -d "$work" "$here/WaveformBench.java"
for label in call5m call2h; do
  file=$data/$label.wav
  "$java" -Xmx256m -cp "$classes:$work" WaveformBench "$file" $label "$rounds" "$work/$label.dat"
  emit_process ffmpeg_showwavespic $label "$file" "$(cpu ffmpeg -v error -y -i "$file" \
    -filter_complex showwavespic=s=1600x240:split_channels=1 -frames:v 1 "$work/p.png")"
  if command -v audiowaveform >/dev/null; then
    emit_process audiowaveform $label "$file" "$(cpu audiowaveform -q -i "$file" -o "$work/a.dat" \
      --split-channels -b 8 -z 256)"
    cmp -s "$work/a.dat" "$work/$label.dat" && same=1 || same=0
    emit "wave_${label}_equal" $same bool
  else
    echo "# audiowaveform is not installed: not compared"
  fi
done
