import type { SavedView } from '@/api/types';
import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import { useState } from 'react';
import { RemoveViewDialog, SaveViewDialog } from './ViewDialogs';
import { useDeleteView, usePinView, useSaveView } from './useViews';

interface Props {
  /** The saved view that is shown, changed or not; null for a built-in one. */
  view: SavedView | null;
  modified: boolean;
  /** What would be saved now. */
  query: string;
  columns: readonly string[];
  /** Shows this saved view as it was saved, or all contacts. */
  onView: (id: string | null) => void;
}

type Dialog = 'new' | 'edit' | 'remove';

/** Save, rename, share, pin and delete. */
export function ViewMenu({ view, modified, query, columns, onView }: Props) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const save = useSaveView();
  const pin = usePinView();
  const remove = useDeleteView();
  const close = () => {
    setDialog(null);
    save.reset();
    remove.reset();
  };
  const content = { query, columns: [...columns] };
  const saved = (id: string) => {
    close();
    onView(id);
  };
  const overwrite = () => {
    if (!view) return;
    const kept = { name: view.name, shared: view.shared, ...content };
    save.mutate({ id: view.id, content: kept, pinned: view.pinned, wasPinned: view.pinned }, { onSuccess: saved });
  };
  const chosen = (id: string) => {
    if (id === 'pin' && view) pin.mutate({ id: view.id, pinned: !view.pinned });
    else setDialog(id as Dialog);
  };
  const failure = dialog === null ? (save.error ?? pin.error) : null;
  return (
    <span className="view-menu">
      {view && modified && (
        <>
          {view.own && (
            <Button variant="primary" wrapText={false} loading={save.isPending} onClick={overwrite}>
              {m.views.save}
            </Button>
          )}
          <Button wrapText={false} onClick={() => onView(view.id)}>{m.views.revert}</Button>
        </>
      )}
      <ButtonDropdown items={menuOf(view)} onItemClick={({ detail }) => chosen(detail.id)} expandToViewport>
        {m.views.menu}
      </ButtonDropdown>
      {failure && <Alert type="error">{m.views.failed(failure.message)}</Alert>}
      {(dialog === 'new' || (dialog === 'edit' && view)) && (
        <SaveViewDialog
          view={dialog === 'edit' ? view : null}
          saving={save.isPending}
          error={save.error}
          onClose={close}
          onSave={({ name, shared, pinned }) => {
            const kept = dialog === 'edit' && view ? { query: view.query, columns: view.columns } : content;
            save.mutate(
              { id: dialog === 'edit' ? (view?.id ?? null) : null, content: { name, shared, ...kept }, pinned, wasPinned: dialog === 'edit' && (view?.pinned ?? false) },
              { onSuccess: dialog === 'edit' ? close : saved },
            );
          }}
        />
      )}
      {dialog === 'remove' && view && (
        <RemoveViewDialog
          view={view}
          removing={remove.isPending}
          error={remove.error}
          onClose={close}
          onRemove={() => remove.mutate(view.id, { onSuccess: () => (close(), onView(null)) })}
        />
      )}
    </span>
  );
}

function menuOf(view: SavedView | null): ButtonDropdownProps.Items {
  const items = [{ id: 'new', text: m.views.saveAs }];
  if (!view) return items;
  const pinning = { id: 'pin', text: view.pinned ? m.views.unpin : m.views.pin };
  if (!view.own) return [...items, pinning];
  return [...items, { id: 'edit', text: m.views.edit }, pinning, { id: 'remove', text: m.views.remove }];
}
