import type { Conversation, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { clock, duration } from '@/shared/time';
import { monologueBegin } from './monologue';
import { TimePlaces } from './TimePlaces';

interface Props {
  conversation: Conversation;
  turns: readonly Turn[];
  onGo: (millis: number) => void;
}

type Side = 'customer' | 'agent';
const SIDES: readonly Side[] = ['customer', 'agent'];
const percent = (share: number) => m.percent(Math.round(share * 100));

/** How the two talk. Figures with a place in the audio go there; where there are several, each click goes to the next. */
export function ConversationSection({ conversation, turns, onGo }: Props) {
  const cells: [label: string, cell: (side: Side) => React.ReactNode][] = [
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
      <table className="findings talk-table">
        <thead>
          <tr>
            <td />
            {SIDES.map((side) => (
              <th key={side} scope="col" className={`talk-${side}`}>{m.analysis.sides[side]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {SIDES.map((side) => (
                <td key={side} className="digits">{cell(side)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Silence {...{ conversation, onGo }} />
    </>
  );
}

function speed(wordsPerMinute: number | null | undefined) {
  return wordsPerMinute == null ? <span title={m.analysis.tooShort}>{m.none}</span> : m.analysis.wordsPerMinute(Math.round(wordsPerMinute));
}

function TalkBar({ conversation }: { conversation: Conversation }) {
  const said = SIDES.map((side) => `${m.analysis.sides[side]} ${percent(conversation[side].talkShare)}`).join(', ');
  return (
    <div className="talk-bar" role="img" aria-label={`${m.analysis.talk}: ${said}`}>
      {SIDES.map((side) => {
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

function Monologue({ conversation, turns, side, onGo }: Props & { side: Side }) {
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
