import { operationApi } from '@/api/operationApi';
import { Loaded } from '@/shared/Loaded';
import { m } from '@/shared/messages';
import Header from '@cloudscape-design/components/header';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Backfills } from './Backfills';
import { Rejected } from './Rejected';
import { Sources } from './Sources';

const t = m.streams;
const OFTEN_MILLIS = 5_000;

/** Where contact records come from, what could not be taken, and what is read once more. */
export function StreamsPage({ help }: { help: ReactNode }) {
  const streams = useQuery({
    queryKey: ['streams'],
    queryFn: ({ signal }) => operationApi.streams(signal),
    refetchInterval: OFTEN_MILLIS,
  });
  return (
    <div className="page page-parts">
      <Header variant="h1" description={t.intro} actions={<span className="page-help">{help}</span>}>
        {t.title}
      </Header>
      <div className="page-parts">
        <Loaded of={streams}>{(all) => <Sources streams={all} />}</Loaded>
        {streams.data && (
          <>
            <Rejected />
            <Backfills streams={streams.data} />
          </>
        )}
      </div>
    </div>
  );
}
