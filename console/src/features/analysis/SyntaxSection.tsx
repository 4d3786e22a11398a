import { api } from '@/api/client';
import type { SyntaxSide, SyntaxToken } from '@/api/types';
import { m } from '@/shared/messages';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Spinner from '@cloudscape-design/components/spinner';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { FindingRow, Opener, Shortened, type Spoken } from './Findings';
import { Places } from './Places';
import { cloud, cloudSize, CONTENT_TAGS, tagCounts, type CloudWord } from './scores';

const MOST_WORDS = 60;
const ROWS_AT_FIRST = 25;

interface Props extends Spoken {
  contactId: string;
  side: SyntaxSide;
  /** When the words were found, so that they are asked for again after a new run. */
  foundAt: string | null;
}

export function SyntaxSection({ contactId, side, foundAt, ...spoken }: Props) {
  const syntax = useQuery({
    queryKey: ['syntax', contactId, side, foundAt],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.syntax(contactId, side, signal),
  });
  if (syntax.data) return <Words tokens={syntax.data} {...spoken} />;
  return syntax.error ? <p className="quiet">{syntax.error.message}</p> : <Spinner />;
}

type View = 'cloud' | 'table';

function Words({ tokens, turns, onJump }: { tokens: readonly SyntaxToken[] } & Spoken) {
  const [view, setView] = useState<View>('cloud');
  const [chosen, setChosen] = useState<readonly string[]>(CONTENT_TAGS);
  const [open, setOpen] = useState<string | null>(null);
  const counts = useMemo(() => tagCounts(tokens), [tokens]);
  const words = useMemo(() => cloud(tokens, chosen), [tokens, chosen]);
  const toggleTag = (tag: string) =>
    setChosen(chosen.includes(tag) ? chosen.filter((one) => one !== tag) : [...chosen, tag]);
  const shared = { words, turns, onJump, open, onOpen: (key: string) => setOpen(open === key ? null : key) };
  return (
    <>
      <div className="syntax-bar">
        <div className="chips" role="group" aria-label={m.analysis.partOfSpeech}>
          {counts.map(([tag, count]) => (
            <button key={tag} type="button" className="chip" aria-pressed={chosen.includes(tag)} onClick={() => toggleTag(tag)}>
              {m.partsOfSpeech[tag] ?? tag} <span className="digits">{count}</span>
            </button>
          ))}
        </div>
        <SegmentedControl
          label={m.analysis.syntax}
          selectedId={view}
          options={(['cloud', 'table'] as const).map((id) => ({ id, text: m.analysis.views[id] }))}
          onChange={({ detail }) => setView(detail.selectedId === 'table' ? 'table' : 'cloud')}
        />
      </div>
      {words.length === 0 ? <p className="quiet">{m.analysis.noSyntax}</p> : view === 'cloud' ? <Cloud {...shared} /> : <WordTable {...shared} />}
    </>
  );
}

interface ShownWords extends Spoken {
  words: readonly CloudWord[];
  open: string | null;
  onOpen: (key: string) => void;
}

const keyOf = ({ tag, text }: CloudWord) => `${tag} ${text}`;

function Cloud({ words, open, onOpen, turns, onJump }: ShownWords) {
  const most = words[0]?.tokens.length ?? 1;
  const shown = words.slice(0, MOST_WORDS);
  const opened = shown.find((word) => keyOf(word) === open);
  return (
    <>
      <ul className="cloud">
        {shown.map((word) => (
          <li key={keyOf(word)} style={{ fontSize: `${cloudSize(word.tokens.length, most)}px` }}>
            <Opener text={word.text} open={keyOf(word) === open} onToggle={() => onOpen(keyOf(word))} />
            <span className="visually-hidden">{m.analysis.times(word.tokens.length)}</span>
          </li>
        ))}
      </ul>
      {words.length > shown.length && <p className="quiet">{m.analysis.cloudPart(shown.length, words.length)}</p>}
      {opened && <Places text={opened.text} occurrences={opened.tokens} turns={turns} onJump={onJump} />}
    </>
  );
}

function WordTable({ words, open, onOpen, turns, onJump }: ShownWords) {
  return (
    <Shortened items={words} atFirst={ROWS_AT_FIRST}>
      {(shown) => (
        <table className="findings">
          <thead>
            <tr>
              <th scope="col">{m.analysis.word}</th>
              <th scope="col">{m.analysis.partOfSpeech}</th>
              <th scope="col">{m.analysis.said}</th>
              <th scope="col">{m.analysis.score}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((word) => (
              <FindingRow
                key={keyOf(word)}
                text={word.text}
                open={keyOf(word) === open}
                onToggle={() => onOpen(keyOf(word))}
                cells={[
                  { text: m.partsOfSpeech[word.tag] ?? word.tag },
                  { text: m.analysis.times(word.tokens.length), digits: true },
                  { text: meanScore(word).toFixed(2), digits: true },
                ]}
              >
                <Places text={word.text} occurrences={word.tokens} turns={turns} onJump={onJump} />
              </FindingRow>
            ))}
          </tbody>
        </table>
      )}
    </Shortened>
  );
}

function meanScore({ tokens }: CloudWord): number {
  return tokens.reduce((sum, { score }) => sum + score, 0) / tokens.length;
}
