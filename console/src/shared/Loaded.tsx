import { Empty } from './Empty';
import { m } from './messages';
import Button from '@cloudscape-design/components/button';
import Spinner from '@cloudscape-design/components/spinner';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

interface Props<T> {
  of: UseQueryResult<T>;
  children: (loaded: T) => ReactNode;
}

/** What was asked for, or that it is on its way, or why it did not come. */
export function Loaded<T>({ of, children }: Props<T>) {
  if (of.data !== undefined) return children(of.data);
  if (!of.error) return <Empty title={<Spinner />}>{m.loading}</Empty>;
  return (
    <Empty title={m.access.notLoaded}>
      <p>{of.error.message}</p>
      <Button onClick={() => void of.refetch()}>{m.tryAgain}</Button>
    </Empty>
  );
}
