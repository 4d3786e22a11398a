import { m } from '@/shared/messages';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import { useState } from 'react';
import { matching, type Item, type ItemGroup } from './items';

interface Props {
  groups: readonly ItemGroup[];
  /** These are in the bar already. */
  present: readonly Item[];
  onAdd: (items: readonly Item[]) => void;
  onBack: () => void;
}

/** The second dialog: a list to search, each item with a plus that turns into a tick. */
export function ItemChoice({ groups, present, onAdd, onBack }: Props) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<readonly Item[]>([]);
  const shown = matching(groups, text);
  const toggle = (item: Item, on: boolean) =>
    setChosen(on ? [...chosen, item] : chosen.filter(({ path }) => path !== item.path));
  return (
    <Modal
      visible
      onDismiss={onBack}
      header={m.navigation.addTitle}
      closeAriaLabel={m.close}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onBack}>
              {m.navigation.back}
            </Button>
            <Button variant="primary" disabled={chosen.length === 0} onClick={() => onAdd(chosen)}>
              {m.navigation.addSome(chosen.length)}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <Input
          type="search"
          value={text}
          placeholder={m.navigation.search}
          ariaLabel={m.navigation.search}
          clearAriaLabel={m.clear}
          onChange={({ detail }) => setText(detail.value)}
        />
        {shown.length === 0 && <Box color="text-body-secondary">{m.navigation.noMatch}</Box>}
        {shown.map(({ title, items }) => (
          <section key={title} aria-label={title}>
            <h3 className="navigation-group">{title}</h3>
            <ul className="navigation-choice">
              {items.map((item) => (
                <Choice
                  key={item.path}
                  item={item}
                  present={present.some(({ path }) => path === item.path)}
                  chosen={chosen.some(({ path }) => path === item.path)}
                  onToggle={(on) => toggle(item, on)}
                />
              ))}
            </ul>
          </section>
        ))}
      </SpaceBetween>
    </Modal>
  );
}

interface ChoiceProps {
  item: Item;
  present: boolean;
  chosen: boolean;
  onToggle: (on: boolean) => void;
}

function Choice({ item, present, chosen, onToggle }: ChoiceProps) {
  return (
    <li>
      <span>{item.label}</span>
      {present ? (
        <span className="quiet">{m.navigation.isThere}</span>
      ) : (
        <ToggleButton
          variant="icon"
          pressed={chosen}
          iconName="add-plus"
          pressedIconName="check"
          ariaLabel={chosen ? m.navigation.chosen(item.label) : m.navigation.choose(item.label)}
          onChange={({ detail }) => onToggle(detail.pressed)}
        />
      )}
    </li>
  );
}
