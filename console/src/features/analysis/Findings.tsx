import type { CustomEntity, KeyPhrase, Occurrence, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import { useState, type ReactNode } from 'react';
import { Places } from './Places';
import { groupBy } from './scores';

export interface Spoken {
  readonly turns: readonly Turn[];
  readonly onJump: (place: Occurrence) => void;
}

const AT_FIRST = 8;

export function Shortened<T>({ items, atFirst = AT_FIRST, children }: { items: readonly T[]; atFirst?: number; children: (shown: readonly T[]) => ReactNode }) {
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? items : items.slice(0, atFirst))}
      {items.length > atFirst && (
        <Button variant="inline-link" onClick={() => setAll(!all)}>
          {all ? m.analysis.showFewer : m.analysis.showAll(items.length)}
        </Button>
      )}
    </>
  );
}

/** A finding that opens to where it is said. */
export function Opener({ text, open, onToggle }: { text: string; open: boolean; onToggle: () => void }) {
  return (
    <button type="button" className="jump opener" aria-expanded={open} onClick={onToggle}>
      {text}
    </button>
  );
}

interface FindingProps {
  text: string;
  open: boolean;
  onToggle: () => void;
  /** What stands in the columns behind the text. */
  cells: readonly { text: string; digits?: boolean }[];
  /** Where it is said. */
  children: ReactNode;
}

/** A row of a table of findings, and below it, when opened, where it is said. */
export function FindingRow({ text, open, onToggle, cells, children }: FindingProps) {
  return (
    <>
      <tr>
        <td>
          <Opener text={text} open={open} onToggle={onToggle} />
        </td>
        {cells.map((cell, index) => (
          <td key={index} className={cell.digits ? 'digits' : undefined}>
            {cell.text}
          </td>
        ))}
      </tr>
      {open && (
        <tr className="opened">
          <td colSpan={cells.length + 1}>{children}</td>
        </tr>
      )}
    </>
  );
}

/** In the server's order: what matters most comes first. */
export function KeyPhrases({ phrases, turns, onJump }: { phrases: readonly KeyPhrase[] } & Spoken) {
  const [open, setOpen] = useState<string | null>(null);
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
            {shown.map(({ text, score, occurrences }) => (
              <FindingRow
                key={text}
                text={text}
                open={open === text}
                onToggle={() => setOpen(open === text ? null : text)}
                cells={[
                  { text: m.analysis.times(occurrences.length), digits: true },
                  { text: score.toFixed(2), digits: true },
                ]}
              >
                <Places {...{ text, occurrences, turns, onJump }} />
              </FindingRow>
            ))}
          </tbody>
        </table>
      )}
    </Shortened>
  );
}

export function Entities({ entities, turns, onJump }: { entities: readonly CustomEntity[] } & Spoken) {
  const [open, setOpen] = useState<CustomEntity | null>(null);
  if (entities.length === 0) return <p className="quiet">{m.analysis.noEntities}</p>;
  return (
    <dl className="entities">
      {groupBy(entities, (entity) => entity.type).map(([type, members]) => (
        <div key={type}>
          <dt>
            <Badge color="blue">{type}</Badge> <span className="quiet digits">{members.length}</span>
          </dt>
          <dd>
            {members.map((entity) => (
              <span key={entity.text} className="entity">
                <Opener text={entity.text} open={open === entity} onToggle={() => setOpen(open === entity ? null : entity)} />{' '}
                <span className="quiet digits">
                  {entity.occurrences.length > 1 && m.analysis.times(entity.occurrences.length)} {entity.score.toFixed(2)}
                </span>
              </span>
            ))}
            {open && open.type === type && <Places text={open.text} occurrences={open.occurrences} turns={turns} onJump={onJump} />}
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
