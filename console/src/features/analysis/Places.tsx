import type { Occurrence, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { clock } from '@/shared/time';
import { occurrenceMillis, placeNow } from '@/shared/turns';
import { excerpt } from './scores';

interface Props {
  text: string;
  occurrences: readonly Occurrence[];
  turns: readonly Turn[];
  onJump: (place: Occurrence) => void;
}

/** Every place where something is said, with its sentence; a click goes there. */
export function Places({ text, occurrences, turns, onJump }: Props) {
  const places = occurrences.map((occurrence) => placeNow(turns, occurrence, text)).filter((place) => place !== null);
  if (places.length === 0) return <p className="quiet">{m.analysis.correctedAway}</p>;
  return (
    <ul className="places" aria-label={m.analysis.saidHere(text)}>
      {places.map((place) => (
        <PlaceItem key={`${place.turn} ${place.beginOffset}`} place={place} turns={turns} onJump={onJump} />
      ))}
    </ul>
  );
}

function PlaceItem({ place, turns, onJump }: { place: Occurrence; turns: readonly Turn[]; onJump: (place: Occurrence) => void }) {
  const turn = turns[place.turn];
  if (!turn) return null;
  const { before, found, after } = excerpt(turn.text, place.beginOffset, place.endOffset);
  return (
    <li>
      <button type="button" className="place" onClick={() => onJump(place)}>
        <span className="digits place-time">{clock(occurrenceMillis(turns, place) ?? turn.beginMillis)}</span>
        <span className={`place-who turn-${turn.participant}`}>{m.participants[turn.participant]}</span>
        <span className="place-text">
          {before}
          <mark>{found}</mark>
          {after}
        </span>
      </button>
    </li>
  );
}
