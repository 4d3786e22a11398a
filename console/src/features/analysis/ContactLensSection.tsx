import type { ContactLens, ContactLensSide } from '@/api/types';
import { m } from '@/shared/messages';
import { clock, duration } from '@/shared/time';
import Badge from '@cloudscape-design/components/badge';
import type { ReactNode } from 'react';
import { groupBy } from './scores';
import { SidesTable, TALK_SIDES } from './SidesTable';
import { TimePlaces } from './TimePlaces';

interface Props {
  lens: ContactLens;
  onGo: (millis: number) => void;
}

const names = m.analysis.lens;
const KINDS = ['issue', 'outcome', 'actionItem'] as const;

/** What Contact Lens found out about a call, in its own scales. What its file lacks is not shown. */
export function ContactLensSection({ lens, onGo }: Props) {
  return (
    <div className="lens">
      {lens.summary && <p className="lens-summary">{lens.summary}</p>}
      <Highlights highlights={lens.highlights} onGo={onGo} />
      <Categories categories={lens.categories} onGo={onGo} />
      <Sides lens={lens} onGo={onGo} />
      <Whole lens={lens} />
      <p className="quiet">{names.scales}</p>
    </div>
  );
}

function Highlights({ highlights, onGo }: { highlights: ContactLens['highlights']; onGo: Props['onGo'] }) {
  const byKind = new Map(groupBy(highlights, ({ kind }) => kind));
  return KINDS.map((kind) => {
    const found = byKind.get(kind) ?? [];
    return (
      found.length > 0 && (
        <div key={kind}>
          <h3>{names.kinds[kind]}</h3>
          <ul className="places" aria-label={names.kinds[kind]}>
            {found.map(({ beginMillis, participant, text }, index) => (
              <li key={index}>
                <button type="button" className="place" onClick={() => onGo(beginMillis)}>
                  <span className="digits place-time">{clock(beginMillis)}</span>
                  <span className={`place-who turn-${participant ?? 'unknown'}`}>{m.participants[participant ?? 'unknown']}</span>
                  <span className="place-text">{text}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )
    );
  });
}

function Categories({ categories, onGo }: { categories: ContactLens['categories']; onGo: Props['onGo'] }) {
  return (
    <>
      <h3>{names.categories}</h3>
      {categories.length === 0 ? (
        <p className="quiet">{names.noCategories}</p>
      ) : (
        <ul className="lens-categories">
          {categories.map(({ name, places }) => (
            <li key={name}>
              <Badge color="blue">{name}</Badge>{' '}
              {places.length > 0 ? (
                <TimePlaces
                  text={m.analysis.times(places.length)}
                  label={names.goToCategory(name, places.length)}
                  millis={places.map(({ beginMillis }) => beginMillis)}
                  onGo={onGo}
                />
              ) : (
                <span className="quiet">{names.wholeCall}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Sides({ lens, onGo }: Props) {
  const rows: [label: string, has: (side: ContactLensSide) => boolean, cell: (side: ContactLensSide, who: string) => ReactNode][] = [
    [names.sentiment, ({ sentiment }) => sentiment != null, ({ sentiment }) => number(sentiment)],
    [names.quarters, ({ quarters }) => quarters.length > 0, ({ quarters }) => (quarters.length > 0 ? quarters.map(number).join(' → ') : m.none)],
    [m.analysis.speed, ({ wordsPerMinute }) => wordsPerMinute != null, (side) => speed(side)],
    [names.talk, ({ talkMillis }) => talkMillis != null, ({ talkMillis }) => (talkMillis == null ? m.none : duration(talkMillis))],
    [
      m.analysis.interruptions,
      ({ interruptions }) => interruptions.length > 0,
      ({ interruptions }, who) => (
        <TimePlaces
          text={String(interruptions.length)}
          label={m.analysis.goToInterruption(who, interruptions.length)}
          millis={interruptions.map(({ beginMillis }) => beginMillis)}
          onGo={onGo}
        />
      ),
    ],
    [names.loudness, ({ loudness }) => loudness != null, loudness],
  ];
  const known = rows.filter(([, has]) => TALK_SIDES.some((side) => has(lens[side])));
  if (known.length === 0) return null;
  return <SidesTable rows={known.map(([label, , cell]) => [label, (side) => cell(lens[side], m.analysis.sides[side])] as const)} />;
}

function Whole({ lens: { customerCurve, interruptions, nonTalkMillis, talkMillis } }: { lens: ContactLens }) {
  const facts: [string, string | null][] = [
    [names.curve, customerCurve == null ? null : names.curves[customerCurve]],
    [names.interruptions, interruptions == null ? null : String(interruptions)],
    [names.nonTalk, nonTalkMillis == null ? null : duration(nonTalkMillis)],
    [names.anyTalk, talkMillis == null ? null : duration(talkMillis)],
  ];
  return (
    <dl className="fields talk-fields">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="digits">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** At most one decimal, and a minus sign that is as wide as a plus. */
function number(value: number | null | undefined): string {
  return value == null ? m.none : String(Math.round(value * 10) / 10).replace('-', '−');
}

function speed({ wordsPerMinute }: ContactLensSide): string {
  return wordsPerMinute == null ? m.none : m.analysis.wordsPerMinute(Math.round(wordsPerMinute));
}

function loudness({ loudness: found }: ContactLensSide): string {
  return found ? names.loudnessOf(Math.round(found.average), Math.round(found.lowest), Math.round(found.highest)) : m.none;
}
