"""Speaks demo/scripts/*.txt and writes demo/contacts/*: see README.md. Same input, same bytes."""

import array
import json
import math
import random
import re
import subprocess
import sys
import tempfile
import uuid
import wave
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLITE_RATE_HZ = 16_000
PAUSE_BETWEEN_TURNS_S = 0.26
MARGIN_S = 0.03  # kept before the first and after the last sound of a turn
SPEECH_DB = -21.0  # loudness of speech, RMS below full scale
PEAK = 0.75  # no sample beyond this part of full scale
CHANNELS = {"customer": 0, "agent": 1}  # Amazon Connect: customer left, agent right

ACCOUNT = "111122223333"
INSTANCE = "12345678-1234-4abc-8def-123456789012"
INSTANCE_ARN = f"arn:aws:connect:us-east-1:{ACCOUNT}:instance/{INSTANCE}"
SYSTEM_NUMBER = "+15555550100"
RECORDINGS = "amazon-connect-demo/connect/demo-contact-centre/CallRecordings"
IDS = uuid.UUID("0f6d2c1a-5c0e-4a0b-9a37-6f2b1c4d8e00")  # name space of the invented ARNs


@dataclass
class Script:
    """One file of demo/scripts: header lines as text, attributes, and the lines of the conversation."""

    name: str
    header: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)

    def number(self, key, pattern):
        return float(re.search(pattern, self.header[key]).group(1))

    @property
    def rate_hz(self):
        return int(self.number("recording", r"(\d+) Hz"))

    @property
    def floor_db(self):
        """Level of the background noise, or None for digital silence."""
        return None if "zero" in self.header["recording"] else self.number("recording", r"(-\d+) dB")


@dataclass
class Turn:
    participant: str
    line: str  # as in the script, with {written|spoken} where the two differ
    begin: float = 0.0  # seconds from the first sample: begin of the first sound
    end: float = 0.0  # end of the last sound
    samples: list[float] = field(default_factory=list)  # begins MARGIN_S before `begin`
    phones: list[tuple[str, float, float]] = field(default_factory=list)  # times within the turn

    @property
    def spoken(self):
        return re.sub(r"\{[^|]*\|([^}]*)\}", r"\1", self.line)


HEADER = ["recording", "transcript", "customer voice", "agent voice", "contact id", "connected",
          "queued", "customer", "agent audio", "agent", "queue", "ended by"]


def read_script(path):
    script = Script(path.stem)
    in_header = True
    for line in path.read_text().splitlines():
        if line.startswith("#"):
            continue
        if not line.strip():
            in_header = not script.header
        elif not in_header:
            script.lines.append(line)
        elif attribute := re.match(r"attribute\s+(\w+) = (.*)", line):
            script.attributes[attribute[1]] = attribute[2]
        else:
            key = next(k for k in HEADER if re.match(re.escape(k) + r"\s", line))
            script.header[key] = line[len(key):].strip()
    return script


# --- speech ---------------------------------------------------------------------------------


def flite(text, *options):
    return subprocess.run(["flite", *options, "-t", text], check=True, capture_output=True, text=True).stdout


def read_wav(path):
    with wave.open(str(path)) as wav:
        values = array.array("h", wav.readframes(wav.getnframes()))
    return [value / 32768 for value in values]


def speak(turn, voice, rate_hz):
    """Fills in samples and phones, cut to MARGIN_S of silence at both ends."""
    name = voice.split(",")[0]
    options = ["-voice", name]
    for key, feature in (("pitch", "int_f0_target_mean"), ("stretch", "duration_stretch")):
        if found := re.search(key + r" ([\d.]+)", voice):
            options += ["--setf", f"{feature}={found[1]}"]
    with tempfile.TemporaryDirectory() as folder:
        wav = Path(folder, "16k.wav")
        printed = flite(turn.spoken, *options, "-psdur", "-o", str(wav))
        if rate_hz != FLITE_RATE_HZ:
            phone = Path(folder, "phone.wav")  # telephone band; -R: the same dither each time
            subprocess.run(["sox", "-R", wav, phone, "gain", "-6", "sinc", "300-3400", "rate", str(rate_hz)], check=True)
            wav = phone
        samples = read_wav(wav)
    begin, phones = 0.0, []
    for phone, end in re.findall(r"(\S+):([\d.]+)", printed):
        phones.append((phone, begin, float(end)))
        begin = float(end)
    sounds = [p for p in phones if p[0] != "pau"]
    cut = max(0.0, sounds[0][1] - MARGIN_S)
    turn.samples = faded(samples[round(cut * rate_hz):round((sounds[-1][2] + MARGIN_S) * rate_hz)], rate_hz)
    turn.phones = [(phone, b - cut - MARGIN_S, e - cut - MARGIN_S) for phone, b, e in sounds]


def faded(samples, rate_hz):
    length = int(0.015 * rate_hz)
    for i in range(length):
        samples[i] *= i / length
        samples[-1 - i] *= i / length
    return samples


def level(turns):
    """Brings all turns of one participant to the same loudness."""
    heard = [s for turn in turns for s in turn.samples if abs(s) > 0.005]
    rms = math.sqrt(sum(s * s for s in heard) / len(heard))
    gain = 10 ** (SPEECH_DB / 20) / rms
    for turn in turns:
        # A few vowels stand out; bend what is over the limit instead of lowering the whole call.
        turn.samples = [limited(s * gain) for s in turn.samples]


def limited(s):
    knee = 0.5
    if abs(s) <= knee:
        return s
    return math.copysign(knee + (PEAK - knee) * math.tanh((abs(s) - knee) / (PEAK - knee)), s)


# --- assembly -------------------------------------------------------------------------------


def assemble(script):
    """Returns turns with their times, the length of the recording and the seconds on hold."""
    turns, now, hold, gap = [], 0.0, 0.0, 0.0
    for line in script.lines:
        if said := re.match(r"(customer|agent): (.*)", line):
            turn = Turn(said[1], said[2])
            speak(turn, script.header[turn.participant + " voice"], script.rate_hz)
            # On a whole millisecond, so that script.tsv is exact.
            turn.begin = round(now + (gap if gap else PAUSE_BETWEEN_TURNS_S), 3)
            now = turn.end = round(turn.begin + turn.phones[-1][2], 3)
            turns.append(turn)
            gap = 0.0
        else:
            directive, seconds = line.split()
            seconds = float(seconds)
            if directive == "hold":
                hold += seconds
                now += 0.4 + seconds  # 0.4 s between the last word and the hold
            elif directive in ("pause", "overlap"):
                gap = seconds if directive == "pause" else -seconds
            else:
                raise SystemExit(f"{script.name}: no directive {directive}")
    for participant in CHANNELS:
        level([t for t in turns if t.participant == participant])
    return turns, now + gap, hold


def write_wav(path, script, turns, length_s):
    rate = script.rate_hz
    frames = round(length_s * rate)
    interleaved = array.array("h", bytes(4 * frames))
    noise = None if script.floor_db is None else 10 ** (script.floor_db / 20) * 32768
    for participant, channel in CHANNELS.items():
        lane = [0.0] * frames
        for turn in turns:
            if turn.participant == participant:
                first = round((turn.begin - MARGIN_S) * rate)
                for i, sample in enumerate(turn.samples):
                    lane[first + i] += sample * 32767
        if noise is not None:
            source = random.Random(f"{script.name} {participant}")
            lane = [s + source.gauss(0.0, noise) for s in lane]
        interleaved[channel::2] = array.array("h", (round(s) for s in lane))
    if sys.byteorder == "big":
        interleaved.byteswap()
    with wave.open(str(path), "wb") as wav:
        wav.setnchannels(2)
        wav.setsampwidth(2)
        wav.setframerate(rate)
        wav.writeframes(interleaved.tobytes())


def write_ground_truth(path, turns):
    rows = ["participant\tbegin\tend\ttext"]
    rows += [f"{t.participant}\t{t.begin:.3f}\t{t.end:.3f}\t{t.spoken}" for t in turns]
    path.write_text("\n".join(rows) + "\n")


# --- contact record -------------------------------------------------------------------------


def arn(kind, name):
    return f"{INSTANCE_ARN}/{kind}/{uuid.uuid5(IDS, kind + ' ' + name)}"


def contact_record(script, length_s, hold_s):
    contact_id = script.header["contact id"]
    username, team, routing_profile = script.header["agent"].split(", ")
    queue = script.header["queue"]
    connected = datetime.fromisoformat(script.header["connected"].replace("Z", ""))
    queued_s = int(script.number("queued", r"(\d+) s,"))
    wrap_up_s = int(script.number("queued", r"wrap-up (\d+) s"))
    dequeued = connected
    enqueued = dequeued - timedelta(seconds=queued_s)
    initiated = enqueued - timedelta(seconds=23)  # the greeting and the menu
    talk_s, hold_s = round(length_s), round(hold_s)
    disconnected = connected + timedelta(seconds=talk_s)
    wrapped_up = disconnected + timedelta(seconds=wrap_up_s)
    location = f"{RECORDINGS}/{connected:%Y/%m/%d}/{contact_id}_{connected:%Y%m%dT%H:%M}_UTC.wav"

    def ts(instant):
        return f"{instant:%Y-%m-%dT%H:%M:%SZ}"

    return {
        "AWSAccountId": ACCOUNT,
        "AWSContactTraceRecordFormatVersion": "2017-03-10",
        "Agent": {
            "ARN": arn("agent", username),
            "AcceptedByAgentTimestamp": ts(connected - timedelta(seconds=2)),
            "AfterContactWorkDuration": wrap_up_s,
            "AfterContactWorkEndTimestamp": ts(wrapped_up),
            "AfterContactWorkStartTimestamp": ts(disconnected),
            "AgentInitiatedHoldDuration": hold_s,
            "AgentInteractionDuration": talk_s - hold_s,
            "AgentPauseDuration": None,
            "Capabilities": None,
            "ConnectedToAgentTimestamp": ts(connected),
            "CustomerHoldDuration": hold_s,
            "DeviceInfo": {"OperatingSystem": "Windows", "PlatformName": "Chrome", "PlatformVersion": "142"},
            "HierarchyGroups": {
                "Level1": {"ARN": arn("agent-group", "Customer care"), "GroupName": "Customer care"},
                "Level2": {"ARN": arn("agent-group", team), "GroupName": team},
                "Level3": None,
                "Level4": None,
                "Level5": None,
            },
            "LongestHoldDuration": hold_s,
            "NumberOfHolds": 1 if hold_s else 0,
            "RoutingProfile": {"ARN": arn("routing-profile", routing_profile), "Name": routing_profile},
            "StateTransitions": None,
            "Username": username,
        },
        "AgentConnectionAttempts": 1,
        "AnsweringMachineDetectionStatus": None,
        "Attributes": {
            "postcallRecordingImportEnabled": "true",
            "postcallTranscribeEnabled": "true",
            "postcallTranscribeLanguage": "en-US",
            "postcallTranscribeComprehendAnalysis": "snt,kw,dl,ne,syn",
            "postcallCTRImportEnabled": "true",
            **script.attributes,
        },
        "Campaign": {"CampaignId": None},
        "Channel": "VOICE",
        "ConnectedToSystemTimestamp": ts(initiated),
        "ContactDetails": {},
        "ContactEvaluations": {},
        "ContactId": contact_id,
        "ContactLens": None,
        "CustomerEndpoint": {"Address": script.header["customer"], "Type": "TELEPHONE_NUMBER"},
        "CustomerId": None,
        "CustomerVoiceActivity": None,
        "DisconnectDetails": None,
        "DisconnectReason": script.header["ended by"],
        "DisconnectTimestamp": ts(disconnected),
        "InitialContactId": None,
        "InitiationMethod": "INBOUND",
        "InitiationTimestamp": ts(initiated),
        "InstanceARN": INSTANCE_ARN,
        "LastUpdateTimestamp": ts(wrapped_up + timedelta(seconds=45)),
        "MediaStreams": [{"Type": "AUDIO"}],
        "NextContactId": None,
        "OutboundStrategy": None,
        "PreviousContactId": None,
        "QualityMetrics": {
            "Agent": {
                "Audio": {"PotentialQualityIssues": [], "QualityScore": float(script.header["agent audio"])}
            },
            "Customer": None,
        },
        "Queue": {
            "ARN": arn("queue", queue),
            "DequeueTimestamp": ts(dequeued),
            "Duration": queued_s,
            "EnqueueTimestamp": ts(enqueued),
            "Name": queue,
        },
        "Recording": {"DeletionReason": None, "Location": location, "Status": "AVAILABLE", "Type": "AUDIO"},
        "Recordings": [
            {
                "DeletionReason": None,
                "FragmentStartNumber": None,
                "FragmentStopNumber": None,
                "Location": location,
                "MediaStreamType": "AUDIO",
                "ParticipantType": None,
                "StartTimestamp": None,
                "Status": "AVAILABLE",
                "StopTimestamp": None,
                "StorageType": "S3",
            }
        ],
        "References": [],
        "ScheduledTimestamp": None,
        "SegmentAttributes": {"connect:Subtype": {"ValueString": "connect:Telephony"}},
        "SystemEndpoint": {"Address": SYSTEM_NUMBER, "Type": "TELEPHONE_NUMBER"},
        "Tags": {"aws:connect:instanceId": INSTANCE, "aws:connect:systemEndpoint": SYSTEM_NUMBER},
        "TaskTemplateInfo": None,
        "TransferCompletedTimestamp": None,
        "TransferredToEndpoint": None,
        "VoiceIdResult": None,
        "WisdomInfo": None,
    }


# --- finished transcript ----------------------------------------------------------------------


def word_times(words, phones):
    """Begin and end of each spoken word, from the phones that flite says it spoke.

    flite prints phones without word borders. Each word is looked up alone, and the two rows of
    phones are laid side by side with the fewest changes (a vowel may be reduced in context).
    """
    owners, alone = [], []
    for index, word in enumerate(words):
        for phone in flite(word, "-voice", "slt", "-ps", "-o", "none").split():
            if phone != "pau":
                owners.append(index)
                alone.append(phone)
    rows, columns = len(alone), len(phones)
    cost = [[0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i == 0 or j == 0:
                cost[i][j] = 2 * (i + j)
            else:
                cost[i][j] = min(cost[i - 1][j - 1] + change(alone[i - 1], phones[j - 1][0]),
                                 cost[i - 1][j] + 2, cost[i][j - 1] + 2)
    owner_of = [None] * columns
    i, j = rows, columns
    while i and j:
        if cost[i][j] == cost[i - 1][j - 1] + change(alone[i - 1], phones[j - 1][0]):
            owner_of[j - 1] = owners[i - 1]
            i, j = i - 1, j - 1
        elif cost[i][j] == cost[i - 1][j] + 2:
            i -= 1
        else:
            j -= 1
    times = []
    for index, word in enumerate(words):
        own = [p for p, owner in zip(phones, owner_of) if owner == index]
        if not own:
            raise SystemExit(f"no sound found for {word!r}")
        times.append((own[0][1], own[-1][2]))
    return times


def change(a, b):
    vowels = "aeiou"
    return 0 if a == b else 1 if (a[0] in vowels) == (b[0] in vowels) else 3


def written_words(line):
    """Splits a line of the script into (written word, spoken words, punctuation after it or "")."""
    for pair, written, spoken, plain, mark in re.findall(r"(\{([^|]*)\|([^}]*)\})?([\w']+)?([.,?!])?", line):
        if pair:
            yield written, spoken.split(), mark
        elif plain:
            yield plain, [plain], mark


def transcribe_items(turn, chance):
    """The turn as (time, item) pairs in Amazon Transcribe's form: words have times, punctuation has none."""
    label = f"ch_{CHANNELS[turn.participant]}"
    words = list(written_words(turn.line))
    times = word_times([spoken for _, said, _ in words for spoken in said], turn.phones)
    for written, said, mark in words:
        own, times = times[:len(said)], times[len(said):]
        begin, end = turn.begin + own[0][0], turn.begin + own[-1][1]
        # Most words are certain to Transcribe, about one in ten is not.
        confidence = chance.uniform(0.58, 0.95) if chance.random() < 0.1 else chance.uniform(0.985, 1.0)
        yield begin, {
            "channel_label": label,
            "start_time": f"{begin:.2f}",
            "end_time": f"{end:.2f}",
            "alternatives": [{"confidence": f"{confidence:.3f}", "content": written}],
            "type": "pronunciation",
        }
        if mark:
            yield begin, {
                "channel_label": label,
                "alternatives": [{"confidence": "0.0", "content": mark}],
                "type": "punctuation",
            }


def transcribe_transcript(script, turns):
    chance = random.Random(script.name)
    timed = [pair for turn in turns for pair in transcribe_items(turn, chance)]
    timed.sort(key=lambda pair: pair[0])  # stable: punctuation stays behind its word
    items = [item for _, item in timed]
    text = "".join(("" if item["type"] == "punctuation" else " ") + item["alternatives"][0]["content"] for item in items)
    return {
        "jobName": script.header["contact id"],
        "accountId": ACCOUNT,
        "status": "COMPLETED",
        "results": {
            "transcripts": [{"transcript": text.strip()}],
            "channel_labels": {
                "channels": [
                    {"channel_label": label, "items": [i for i in items if i["channel_label"] == label]}
                    for label in ("ch_0", "ch_1")
                ],
                "number_of_channels": 2,
            },
            "items": [{"id": number, **item} for number, item in enumerate(items)],
        },
    }


# --- all of it --------------------------------------------------------------------------------


def write_json(path, value):
    path.write_text(json.dumps(value, indent=1) + "\n")


def make(path):
    script = read_script(path)
    turns, length_s, hold_s = assemble(script)
    folder = HERE / "contacts" / script.name
    folder.mkdir(parents=True, exist_ok=True)
    write_wav(folder / "recording.wav", script, turns, length_s)
    write_ground_truth(folder / "script.tsv", turns)
    write_json(folder / "record.json", contact_record(script, length_s, hold_s))
    if script.header.get("transcript") == "Amazon Transcribe":
        write_json(folder / "recording.transcribe.json", transcribe_transcript(script, turns))
    print(f"{script.name}: {length_s:.1f} s, {len(turns)} turns, {script.rate_hz} Hz")


if __name__ == "__main__":
    for script_path in sorted((HERE / "scripts").glob("*.txt")):
        make(script_path)
