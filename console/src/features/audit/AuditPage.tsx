import { accessApi, auditCsvUrl } from '@/api/accessApi';
import { ApiProblem } from '@/api/client';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { saveFrom } from '@/shared/saveFrom';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Spinner from '@cloudscape-design/components/spinner';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { AuditTable } from './AuditTable';
import { FilterForm } from './FilterForm';
import { isFiltered, queryOf, readFilters, writeFilters, type Filters } from './filters';

const t = m.audit;
const AT_ONCE = 50;

function useEntries(filters: Filters) {
  const query = queryOf(filters);
  return useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) => accessApi.audit({ ...query, limit: AT_ONCE, cursor: pageParam ?? undefined }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
}

/** Who did what, and who tried; newest first. */
export function AuditPage({ help }: { help: ReactNode }) {
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const address = writeFilters(filters).toString();
  const entries = useEntries(filters);
  const items = entries.data?.pages.flatMap((page) => page.items);
  return (
    <div className="page">
      <Header
        variant="h1"
        description={t.intro}
        actions={
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Button iconName="download" onClick={() => saveFrom(auditCsvUrl(queryOf(filters)))}>{t.csv}</Button>
            <span className="page-help">{help}</span>
          </SpaceBetween>
        }
      >
        {t.title}
      </Header>
      <FilterForm key={address} filters={filters} onFilters={(next) => setParams(writeFilters(next))} onReload={() => void entries.refetch()} />
      {items === undefined ? (
        <NotThere error={entries.error} onAgain={() => void entries.refetch()} />
      ) : items.length === 0 ? (
        <Nothing filtered={isFiltered(filters)} />
      ) : (
        <>
          <AuditTable entries={items} onNarrow={(part) => setParams(writeFilters({ ...filters, ...part }))} />
          <div className="list-more">
            {entries.error && <p role="alert" className="problem">{entries.error.message}</p>}
            {entries.hasNextPage ? (
              <Button loading={entries.isFetchingNextPage} loadingText={t.loadingMore} onClick={() => void entries.fetchNextPage()}>{t.more}</Button>
            ) : (
              items.length > 20 && t.end
            )}
          </div>
        </>
      )}
    </div>
  );
}

function NotThere({ error, onAgain }: { error: Error | null; onAgain: () => void }) {
  if (!error) return <Empty title={<Spinner />}>{m.loading}</Empty>;
  return (
    <Empty title={error instanceof ApiProblem ? m.access.notLoaded : error.message}>
      {error instanceof ApiProblem && <p>{error.message}</p>}
      <Button onClick={onAgain}>{m.tryAgain}</Button>
    </Empty>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <Empty title={filtered ? t.emptyFiltered : t.empty}>
      <p>{filtered ? t.emptyFilteredHow : t.emptyHow}</p>
    </Empty>
  );
}
