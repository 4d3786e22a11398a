import type { Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { clock, dateTime } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import Spinner from '@cloudscape-design/components/spinner';
import { useCorrectTurn, useTurnHistory } from './useCorrections';

interface Props {
  contactId: string;
  index: number;
  turn: Turn;
  onClose: () => void;
  onSaved: () => void;
}

/** Every wording of a turn with its author; who may correct can take any of them up again. */
export function HistoryDialog({ contactId, index, turn, onClose, onSaved }: Props) {
  const history = useTurnHistory(contactId, index);
  const correct = useCorrectTurn(contactId);
  const { may } = useRights();
  const take = (text: string | null) =>
    correct.mutate(
      { turn: index, text, expected: turn.text },
      {
        onSuccess: () => {
          onSaved();
          onClose();
        },
      },
    );
  const wordings = history.data ?? [];
  return (
    <Modal
      visible
      onDismiss={onClose}
      closeAriaLabel={m.close}
      header={m.transcript.historyOf(m.participants[turn.participant], clock(turn.beginMillis))}
    >
      {history.isPending && <Spinner />}
      {(history.error ?? correct.error) && <p role="alert" className="problem">{(history.error ?? correct.error)?.message}</p>}
      <ol className="wordings">
        {wordings.map(({ text, author, at }, place) => {
          const engine = place === wordings.length - 1;
          return (
            <li key={place}>
              <p className="wordings-head">
                <b>{engine ? m.transcript.byEngine(author) : author}</b> <time className="quiet" dateTime={at}>{dateTime(at)}</time>
                {place === 0 && <span className="quiet">{m.transcript.wordingNow}</span>}
              </p>
              <p>{text}</p>
              {place > 0 && may('annotate') && (
                <Button variant="inline-link" disabled={correct.isPending} onClick={() => take(engine ? null : text)}>
                  {engine ? m.transcript.takeBack : m.transcript.takeUp}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </Modal>
  );
}
