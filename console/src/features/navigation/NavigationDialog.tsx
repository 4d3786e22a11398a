import { m } from '@/shared/messages';
import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import List from '@cloudscape-design/components/list';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ItemChoice } from './ItemChoice';
import { FIRST_ITEMS, type Item, type ItemGroup } from './items';

interface Props {
  items: readonly Item[];
  groups: readonly ItemGroup[];
  saving: boolean;
  error: Error | null;
  onSave: (items: readonly Item[]) => void;
  onClose: () => void;
}

/** Adds, orders, renames and removes the user's navigation items; nothing is kept before Save. */
export default function NavigationDialog({ items, groups, saving, error, onSave, onClose }: Props) {
  const [draft, setDraft] = useState(items);
  const [choosing, setChoosing] = useState(false);
  if (choosing) {
    return (
      <ItemChoice
        groups={groups}
        present={draft}
        onBack={() => setChoosing(false)}
        onAdd={(added) => {
          setDraft([...draft, ...added]);
          setChoosing(false);
        }}
      />
    );
  }
  return (
    <Modal
      visible
      onDismiss={onClose}
      header={m.navigation.title}
      closeAriaLabel={m.close}
      footer={
        <div className="navigation-footer">
          <Button variant="inline-link" onClick={() => setDraft(FIRST_ITEMS)}>
            {m.navigation.reset}
          </Button>
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {m.navigation.cancel}
            </Button>
            <Button variant="primary" loading={saving} loadingText={m.navigation.saving} onClick={() => onSave(draft)}>
              {m.navigation.save}
            </Button>
          </SpaceBetween>
        </div>
      }
    >
      <SpaceBetween size="s">
        {error && (
          <Alert type="error" header={m.navigation.notSaved}>
            {error.message}
          </Alert>
        )}
        <div className="navigation-head">
          <Box color="text-body-secondary">{m.navigation.how}</Box>
          <Button iconName="add-plus" onClick={() => setChoosing(true)}>
            {m.navigation.add}
          </Button>
        </div>
        {draft.length === 0 ? <Box color="text-body-secondary">{m.navigation.empty}</Box> : <Items items={draft} onChange={setDraft} />}
      </SpaceBetween>
    </Modal>
  );
}

function Items({ items, onChange }: { items: readonly Item[]; onChange: (items: readonly Item[]) => void }) {
  const [renaming, setRenaming] = useState<Item | null>(null);
  const replace = (old: Item, next: Item) => {
    onChange(items.map((item) => (item === old ? next : item)));
    setRenaming(null);
  };
  return (
    <List
      items={items}
      sortable
      disablePaddings
      ariaLabel={m.navigation.list}
      onSortingChange={({ detail }) => onChange(detail.items)}
      i18nStrings={{
        dragHandleAriaLabel: m.navigation.drag.handle,
        dragHandleAriaDescription: m.navigation.drag.handleHow,
        liveAnnouncementDndStarted: m.navigation.drag.started,
        liveAnnouncementDndItemReordered: m.navigation.drag.moved,
        liveAnnouncementDndItemCommitted: m.navigation.drag.dropped,
        liveAnnouncementDndDiscarded: m.navigation.drag.discarded,
      }}
      renderItem={(item) => ({
        id: item.path,
        announcementLabel: item.label,
        content: item === renaming ? <NewName item={item} onName={(label) => replace(item, { ...item, label })} /> : item.label,
        secondaryContent: <span className="mono quiet breaks">{item.path}</span>,
        actions: (
          <SpaceBetween direction="horizontal" size="xxs">
            {item !== renaming && (
              <Button variant="icon" iconName="edit" ariaLabel={m.navigation.rename(item.label)} onClick={() => setRenaming(item)} />
            )}
            <Button
              variant="icon"
              iconName="close"
              ariaLabel={m.navigation.remove(item.label)}
              onClick={() => onChange(items.filter((other) => other !== item))}
            />
          </SpaceBetween>
        ),
      })}
    />
  );
}

function NewName({ item, onName }: { item: Item; onName: (label: string) => void }) {
  const [label, setLabel] = useState(item.label);
  const finish = () => onName(label.trim() === '' ? item.label : label.trim());
  return (
    <span className="navigation-rename">
      <Input
        value={label}
        ariaLabel={m.navigation.newName}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it opens on the user's own press on Rename
        autoFocus
        onChange={({ detail }) => setLabel(detail.value.slice(0, 60))}
        onKeyDown={({ detail }) => detail.key === 'Enter' && finish()}
      />
      <Button onClick={finish}>{m.navigation.done}</Button>
    </span>
  );
}
