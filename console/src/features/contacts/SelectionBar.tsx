import type { BulkKind, Permission } from '@/api/types';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { NOTHING_SELECTED, type Selection } from './selection';

interface Props {
  selection: Selection;
  /** How many the filters leave, where that is known. */
  total: { count: number; more: boolean } | undefined;
  /** Whether everything that matches can be selected, and there is more of it than is shown. */
  canSelectAll: boolean;
  inBin: boolean;
  onSelectAll: () => void;
  onSelection: (selection: Selection) => void;
  onStart: (action: BulkKind) => void;
}

const IN_BIN: readonly BulkKind[] = ['restore', 'export'];
const ELSEWHERE: readonly BulkKind[] = ['reanalyze', 'export', 'delete'];
const NEEDED: Record<BulkKind, Permission> = { reanalyze: 'annotate', export: 'export', delete: 'delete', restore: 'delete' };

/** What can be done to the selected contacts. */
export function SelectionBar({ selection, total, canSelectAll, inBin, onSelectAll, onSelection, onStart }: Props) {
  const [asked, setAsked] = useState<BulkKind | null>(null);
  const { may } = useRights();
  const actions = (inBin ? IN_BIN : ELSEWHERE).filter((action) => may(NEEDED[action]));
  return (
    <div className="selection-bar" role="group" aria-label={m.list.selected(selection.ids.size)}>
      <span role="status">{selectedText(selection, total)}</span>
      {canSelectAll && !selection.all && (
        <button type="button" className="text-button" onClick={onSelectAll}>
          {total ? m.list.selectAll(total.count, total.more) : m.list.selectAllUnknown}
        </button>
      )}
      <span className="selection-actions">
        {actions.length === 0 && <span className="quiet">{m.bulk.nothingAllowed}</span>}
        {actions.map((action) => (
          <Button key={action} wrapText={false} onClick={() => setAsked(action)}>
            {m.bulk.names[action]}
          </Button>
        ))}
        <Button variant="icon" iconName="close" ariaLabel={m.list.unselect} onClick={() => onSelection(NOTHING_SELECTED)} />
      </span>
      {asked && (
        <Confirm
          action={asked}
          what={whatText(selection, total)}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            onStart(asked);
          }}
        />
      )}
    </div>
  );
}

function selectedText({ all, ids }: Selection, total: Props['total']): string {
  if (!all) return m.list.selected(ids.size);
  return total ? m.list.selectedAll(total.count, total.more) : m.list.selectedAllUnknown;
}

function whatText({ all, ids }: Selection, total: Props['total']): string {
  if (!all) return m.bulk.these(ids.size);
  return total ? m.bulk.allThatMatch(total.count, total.more) : m.bulk.everything;
}

interface ConfirmProps {
  action: BulkKind;
  what: string;
  onClose: () => void;
  onConfirm: () => void;
}

function Confirm({ action, what, onClose, onConfirm }: ConfirmProps) {
  return (
    <Modal
      visible
      onDismiss={onClose}
      closeAriaLabel={m.close}
      header={m.bulk.titles[action](what)}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {m.bulk.cancel}
            </Button>
            <Button variant="primary" onClick={onConfirm}>
              {m.bulk.names[action]}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {m.bulk.how[action]}
    </Modal>
  );
}
