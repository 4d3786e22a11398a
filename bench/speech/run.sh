#!/bin/sh
# Word error, CPU time and memory of a speech engine, as the server uses it.
#
#   bench/speech/run.sh [sphinx | MODEL.bin]
#
# CLIPS  folder with clips.tsv (default ../shared/data/speech); FLAC clips need ffmpeg on the PATH
# CALLS  folder with one folder per call: recording.wav, script.tsv (default demo/contacts)
# EVERY  take every nth clip only (default 1)
# JH     JDK home, 25 or later (default JAVA_HOME)
#
# Prints one result a line: name value unit. *_cpu is CPU seconds of the whole process (garbage
# collection and compilation included) per second of one audio channel, silence included.
set -eu
cd "$(dirname "$0")/../.."
mvn -q -B -pl console,server -Dexec.skip test-compile dependency:build-classpath \
  -DincludeScope=test -Dmdep.outputFile=target/bench-classpath.txt -Dspotless.check.skip >&2
exec "${JH:-${JAVA_HOME:?set JH to a JDK 25}}/bin/java" ${JAVA_OPTS:--XX:+UseSerialGC -Xmx768m} \
  --enable-native-access=ALL-UNNAMED \
  -cp "server/target/classes:server/target/test-classes:$(cat server/target/bench-classpath.txt)" \
  com.aftercall.transcript.SpeechBench "${1:-sphinx}" "${CLIPS:-../shared/data/speech}" \
  "${CALLS:-demo/contacts}" "${EVERY:-1}"
