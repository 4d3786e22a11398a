import type { CustomEntity, KeyPhrase, Occurrence } from '@/api/types';
import { m } from '@/shared/messages';
import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import { useRef, useState, type ReactNode } from 'react';
import { groupBy } from './scores';

const AT_FIRST = 8;

/** Each click goes to the next place where it is said, and after the last to the first again. */
export function JumpButton({ text, places, onJump, className, style }: {
  text: string;
  places: readonly Occurrence[];
  onJump: (place: Occurrence) => void;
  className?: string;
  style?: React.CSSProperties;
}) {
  const next = useRef(0);
  const jump = () => {
    const place = places[next.current % places.length];
    next.current++;
    if (place) onJump(place);
  };
  return (
    <button
      type="button"
      className={className ?? 'jump'}
      style={style}
      onClick={jump}
      title={m.analysis.jump(text, places.length)}
    >
      {text}
    </button>
  );
}

function Shortened<T>({ items, children }: { items: readonly T[]; children: (shown: readonly T[]) => ReactNode }) {
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? items : items.slice(0, AT_FIRST))}
      {items.length > AT_FIRST && (
        <Button variant="inline-link" onClick={() => setAll(!all)}>
          {all ? m.analysis.showFewer : m.analysis.showAll(items.length)}
        </Button>
      )}
    </>
  );
}

/** In the server's order: what matters most comes first. */
export function KeyPhrases({ phrases, onJump }: { phrases: readonly KeyPhrase[]; onJump: (place: Occurrence) => void }) {
  if (phrases.length === 0) return <p className="quiet">{m.analysis.noPhrases}</p>;
  return (
    <Shortened items={phrases}>
      {(shown) => (
        <table className="findings">
          <thead>
            <tr>
              <th scope="col">{m.analysis.keyPhrase}</th>
              <th scope="col">{m.analysis.said}</th>
              <th scope="col">{m.analysis.score}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((phrase) => (
              <tr key={phrase.text}>
                <td>
                  <JumpButton text={phrase.text} places={phrase.occurrences} onJump={onJump} />
                </td>
                <td className="digits">{m.analysis.times(phrase.occurrences.length)}</td>
                <td className="digits">{phrase.score.toFixed(2)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Shortened>
  );
}

export function Entities({ entities, onJump }: { entities: readonly CustomEntity[]; onJump: (place: Occurrence) => void }) {
  if (entities.length === 0) return <p className="quiet">{m.analysis.noEntities}</p>;
  return (
    <dl className="entities">
      {groupBy(entities, (entity) => entity.type).map(([type, members]) => (
        <div key={type}>
          <dt>
            <Badge color="blue">{type}</Badge>
          </dt>
          <dd>
            {members.map((entity) => (
              <span key={entity.text} className="entity">
                <JumpButton text={entity.text} places={entity.occurrences} onJump={onJump} />{' '}
                <span className="quiet digits">
                  {entity.occurrences.length > 1 && m.analysis.times(entity.occurrences.length)} {entity.score.toFixed(2)}
                </span>
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const LANGUAGE_NAMES = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'code' });

function languageName(tag: string): string {
  try {
    return LANGUAGE_NAMES.of(tag) ?? tag;
  } catch {
    return tag; // no well-formed tag
  }
}

export function Languages({ languages }: { languages: readonly { languageTag: string; score: number }[] }) {
  if (languages.length === 0) return <p className="quiet">{m.analysis.silentSide}</p>;
  return (
    <ul className="languages">
      {languages.map(({ languageTag, score }) => (
        <li key={languageTag}>
          {languageName(languageTag)} <span className="quiet">{languageTag}</span>{' '}
          <span className="digits">{score.toFixed(2)}</span>
        </li>
      ))}
    </ul>
  );
}
