import type { SavedView } from '@/api/types';
import { m } from '@/shared/messages';
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import Icon from '@cloudscape-design/components/icon';
import { Link } from 'react-router';

export interface BuiltIn {
  readonly id: string;
  readonly name: string;
  /** Search part of its address. */
  readonly search: string;
}

interface Props {
  builtIn: readonly BuiltIn[];
  views: readonly SavedView[];
  /** Of a built-in view or of a saved one. */
  current: string;
  modified: boolean;
  onView: (id: string) => void;
}

const toSaved = (id: string) => `saved=${encodeURIComponent(id)}`;

/** Built-in views and pinned ones as links; the others behind a button. */
export function ViewTabs({ builtIn, views, current, modified, onView }: Props) {
  const shown = views.filter((view) => view.pinned || view.id === current);
  const others = views.filter((view) => !shown.includes(view));
  return (
    <nav className="views" aria-label={m.views.region}>
      <ul>
        {builtIn.map(({ id, name, search }) => (
          <li key={id}>
            <Tab name={name} search={search} current={id === current} />
          </li>
        ))}
        {shown.map((view) => (
          <li key={view.id}>
            <Tab name={view.name} search={toSaved(view.id)} current={view.id === current} saved modified={modified && view.id === current} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <ButtonDropdown variant="normal" items={menuOf(others)} onItemClick={({ detail }) => onView(detail.id)} expandToViewport>
          {m.views.others}
        </ButtonDropdown>
      )}
    </nav>
  );
}

function Tab({ name, search, current, saved, modified }: { name: string; search: string; current: boolean; saved?: boolean; modified?: boolean }) {
  return (
    <Link className="view" to={{ pathname: '/contacts', search }} aria-current={current ? 'page' : undefined} title={modified ? m.views.modifiedHow : undefined}>
      {saved && <Icon name="star" size="small" />}
      {name}
      {modified && <i className="view-modified"> ({m.views.modified})</i>}
    </Link>
  );
}

function menuOf(views: readonly SavedView[]): ButtonDropdownProps.ItemOrGroup[] {
  const own = views.filter((view) => view.own).map((view) => ({ id: view.id, text: view.name }));
  const theirs = views
    .filter((view) => !view.own)
    .map((view) => ({ id: view.id, text: view.name, secondaryText: m.views.by(view.owner) }));
  if (theirs.length === 0) return own;
  return [...(own.length > 0 ? [{ text: m.views.own, items: own }] : []), { text: m.views.ofOthers, items: theirs }];
}
