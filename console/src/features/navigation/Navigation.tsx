import { api } from '@/api/client';
import { m } from '@/shared/messages';
import { useRights } from '@/shared/rights';
import { useChangePreferences, usePreferences } from '@/shared/usePreferences';
import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { allowedItems, currentItem, groupsToChoose, itemsOf, type Item } from './items';

// Few edit their items, and the dialog brings what drags with it.
const NavigationDialog = lazy(() => import('./NavigationDialog'));
const EDIT = 'edit';

/** The user's items in the bar at the top; in a narrow window, in a menu. */
export function Navigation({ narrow }: { narrow: boolean }) {
  const preferences = usePreferences();
  const { pathname, search } = useLocation();
  const [editing, setEditing] = useState(false);
  const items = itemsOf(preferences);
  const shown = allowedItems(items, useRights());
  const current = currentItem(shown, pathname, search);
  const edit = () => setEditing(true);
  return (
    <>
      {narrow ? <Menu items={shown} current={current} onEdit={edit} /> : <Bar items={shown} current={current} onEdit={edit} />}
      {editing && (
        <Suspense fallback={null}>
          <Editing items={items} onClose={() => setEditing(false)} />
        </Suspense>
      )}
    </>
  );
}

interface ItemsProps {
  items: readonly Item[];
  current: Item | null;
  onEdit: () => void;
}

function Bar({ items, current, onEdit }: ItemsProps) {
  return (
    <nav aria-label={m.navigation.label} className="navigation">
      <ul>
        {items.map((item) => (
          <li key={item.path}>
            <Link className="navigation-item" to={item.path} aria-current={item === current ? 'page' : undefined}>
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
      <Button variant="icon" iconName="edit" ariaLabel={m.navigation.edit} onClick={onEdit} />
    </nav>
  );
}

function Menu({ items, current, onEdit }: ItemsProps) {
  const navigate = useNavigate();
  return (
    <nav aria-label={m.navigation.label}>
      <ButtonDropdown
        variant="icon"
        ariaLabel={m.navigation.menu}
        items={[
          ...items.map((item) => ({
            id: item.path,
            text: item.label,
            href: item.path,
            iconName: item === current ? ('angle-right' as const) : undefined,
          })),
          { id: EDIT, text: m.navigation.edit, iconName: 'edit' as const },
        ]}
        onItemFollow={(event) => {
          event.preventDefault();
          void navigate(event.detail.id);
        }}
        onItemClick={({ detail }) => detail.id === EDIT && onEdit()}
      />
    </nav>
  );
}

function Editing({ items, onClose }: { items: readonly Item[]; onClose: () => void }) {
  const change = useChangePreferences();
  const rights = useRights();
  const views = useQuery({ queryKey: ['views'], queryFn: ({ signal }) => api.views(signal) });
  return (
    <NavigationDialog
      items={items}
      groups={groupsToChoose(views.data ?? [], rights)}
      saving={change.isPending}
      error={change.error}
      onSave={(next) => change.mutate({ navigation: next.map(({ label, path }) => ({ label, path })) }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
