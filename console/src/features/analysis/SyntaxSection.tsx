import { api } from '@/api/client';
import type { Occurrence, SyntaxSide, SyntaxToken } from '@/api/types';
import { m } from '@/shared/messages';
import Spinner from '@cloudscape-design/components/spinner';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { JumpButton } from './Findings';
import { cloud, cloudSize, CONTENT_TAGS, tagCounts } from './scores';

const MOST_WORDS = 60;

interface Props {
  contactId: string;
  side: SyntaxSide;
  onJump: (place: Occurrence) => void;
}

export function SyntaxSection({ contactId, side, onJump }: Props) {
  const syntax = useQuery({
    queryKey: ['syntax', contactId, side],
    queryFn: ({ signal }) => api.syntax(contactId, side, signal),
  });
  if (syntax.data) return <Cloud tokens={syntax.data} onJump={onJump} />;
  return syntax.error ? <p className="quiet">{syntax.error.message}</p> : <Spinner />;
}

function Cloud({ tokens, onJump }: { tokens: readonly SyntaxToken[]; onJump: (place: Occurrence) => void }) {
  const [chosen, setChosen] = useState<readonly string[]>(CONTENT_TAGS);
  const counts = useMemo(() => tagCounts(tokens), [tokens]);
  const words = useMemo(() => cloud(tokens, chosen).slice(0, MOST_WORDS), [tokens, chosen]);
  const most = words[0]?.tokens.length ?? 1;
  const toggle = (tag: string) =>
    setChosen(chosen.includes(tag) ? chosen.filter((one) => one !== tag) : [...chosen, tag]);
  return (
    <>
      <div className="chips" role="group" aria-label={m.analysis.partOfSpeech}>
        {counts.map(([tag, count]) => (
          <button key={tag} type="button" className="chip" aria-pressed={chosen.includes(tag)} onClick={() => toggle(tag)}>
            {m.partsOfSpeech[tag] ?? tag} <span className="digits">{count}</span>
          </button>
        ))}
      </div>
      {words.length === 0 ? (
        <p className="quiet">{m.analysis.noSyntax}</p>
      ) : (
        <ul className="cloud">
          {words.map((word) => (
            <li key={`${word.tag} ${word.text}`}>
              <JumpButton
                className="cloud-word"
                style={{ fontSize: `${cloudSize(word.tokens.length, most)}px` }}
                text={word.text}
                places={word.tokens}
                onJump={onJump}
              />
              <span className="visually-hidden">{m.analysis.times(word.tokens.length)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
