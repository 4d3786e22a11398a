import type { Conversation, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { clock, duration } from '@/shared/time';
import { monologueBegin } from './monologue';
import { SidesTable, TALK_SIDES, type TalkSide } from './SidesTable';
import { TimePlaces } from './TimePlaces';

interface Props {
  conversation: Conversation;
  turns: readonly Turn[];
  onGo: (millis: number) => void;
}

const percent = (share: number) => m.percent(Math.round(share * 100));

/** How the two talk. Figures with a place in the audio go there; where there are several, each click goes to the next. */
export function ConversationSection({ conversation, turns, onGo }: Props) {
  const cells: [label: string, cell: (side: TalkSide) => React.ReactNode][] = [
    [m.analysis.talk, (side) => `${percent(conversation[side].talkShare)} · ${duration(conversation[side].talkMillis)}`],
    [m.analysis.speed, (side) => speed(conversation[side].wordsPerMinute)],
    [m.analysis.monologue, (side) => <Monologue {...{ conversation, turns, side, onGo }} />],
    [
      m.analysis.interruptions,
      (side) => (
        <TimePlaces
          text={String(conversation[side].interruptions)}
          label={m.analysis.goToInterruption(m.analysis.sides[side], conversation[side].interruptions)}
          millis={conversation.interruptions.filter(({ by }) => by === side).map(({ beginMillis }) => beginMillis)}
          onGo={onGo}
        />
      ),
    ],
    [m.analysis.turnsAndWords, (side) => `${conversation[side].turns} · ${conversation[side].words}`],
  ];
  return (
    <>
      <TalkBar conversation={conversation} />
      <SidesTable rows={cells} />
      <Silence {...{ conversation, onGo }} />
    </>
  );
}

function speed(wordsPerMinute: number | null | undefined) {
  return wordsPerMinute == null ? <span title={m.analysis.tooShort}>{m.none}</span> : m.analysis.wordsPerMinute(Math.round(wordsPerMinute));
}

function TalkBar({ conversation }: { conversation: Conversation }) {
  const said = TALK_SIDES.map((side) => `${m.analysis.sides[side]} ${percent(conversation[side].talkShare)}`).join(', ');
  return (
    <div className="talk-bar" role="img" aria-label={`${m.analysis.talk}: ${said}`}>
      {TALK_SIDES.map((side) => {
        const share = conversation[side].talkShare;
        return share > 0 ? (
          <span key={side} className={`talk-bar-${side}`} style={{ flexGrow: share }}>
            {share > 0.15 && `${m.analysis.sides[side]} ${percent(share)}`}
          </span>
        ) : null;
      })}
    </div>
  );
}

function Monologue({ conversation, turns, side, onGo }: Props & { side: TalkSide }) {
  const { longestMonologueMillis } = conversation[side];
  const begin = longestMonologueMillis > 0 ? monologueBegin(turns, side, longestMonologueMillis) : null;
  const text = duration(longestMonologueMillis);
  return begin === null ? text : <TimePlaces text={text} label={m.analysis.goToMonologue(text, clock(begin))} millis={[begin]} onGo={onGo} />;
}

function Silence({ conversation, onGo }: { conversation: Conversation; onGo: (millis: number) => void }) {
  const { silences, silenceShare, silenceMillis, longestSilenceMillis, overlapMillis } = conversation;
  const longest = silences.toSorted((a, b) => b.endMillis - b.beginMillis - (a.endMillis - a.beginMillis));
  const holds = silences.filter(({ hold }) => hold).length;
  const facts: [string, React.ReactNode][] = [
    [m.analysis.silence, `${percent(silenceShare)} · ${duration(silenceMillis)}`],
    [
      m.analysis.longestSilence,
      <TimePlaces key="longest" text={duration(longestSilenceMillis)} label={m.analysis.goToSilences(silences.length)} millis={longest.map(({ beginMillis }) => beginMillis)} onGo={onGo} />,
    ],
    [m.analysis.holds, holds],
    [m.analysis.bothSpeak, duration(overlapMillis)],
  ];
  return (
    <dl className="fields talk-fields">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="digits">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
