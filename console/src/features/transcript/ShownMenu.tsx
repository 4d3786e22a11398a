import { m } from '@/shared/messages';
import { SentimentShape } from '@/shared/SentimentMark';
import { useNarrow } from '@/shared/useMedia';
import Button from '@cloudscape-design/components/button';
import Popover from '@cloudscape-design/components/popover';
import type { ReactNode } from 'react';
import type { Shown } from './shown';

interface Props {
  shown: Shown;
  onShown: (part: Partial<Shown>) => void;
}

const LABELS = ['POSITIVE', 'NEUTRAL', 'MIXED', 'NEGATIVE'] as const;

/** What is marked in the transcript, and what each mark looks like. */
export function ShownMenu({ shown, onShown }: Props) {
  const narrow = useNarrow();
  const choice = (name: 'entities' | 'phrases' | 'sentiment', sample: ReactNode) => (
    <label className="shown-choice">
      <input type="checkbox" checked={shown[name]} onChange={(event) => onShown({ [name]: event.target.checked })} />
      <span>{m.transcript.marks[name]}</span>
      <span className="shown-sample" aria-hidden="true">{sample}</span>
    </label>
  );
  return (
    <Popover
      triggerType="custom"
      header={m.transcript.marksTitle}
      dismissAriaLabel={m.close}
      position="bottom"
      size="medium"
      renderWithPortal
      content={
        <div className="shown-menu">
          {choice('entities', <span className="word-entity" data-entity={m.transcript.sampleType}>{m.transcript.sampleEntity}</span>)}
          {choice('phrases', <span className="word-phrase">{m.transcript.samplePhrase}</span>)}
          {choice(
            'sentiment',
            LABELS.map((label) => (
              <span key={label} className="sentiment-mark">
                <SentimentShape label={label} />
                {m.sentiments[label]}
              </span>
            )),
          )}
          <label className="shown-threshold">
            <span>
              <span className="word-doubtful">{m.transcript.doubtful}</span> {m.transcript.doubtfulBelow(shown.doubtfulBelow)}
            </span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={shown.doubtfulBelow}
              onChange={(event) => onShown({ doubtfulBelow: Number(event.target.value) })}
            />
          </label>
        </div>
      }
    >
      <Button iconName={narrow ? undefined : 'settings'}>{m.transcript.marksShort}</Button>
    </Popover>
  );
}
