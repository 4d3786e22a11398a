import { contactsPath, type ContactFilters } from '@/shared/contactsPath';
import { Empty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import Spinner from '@cloudscape-design/components/spinner';
import Table from '@cloudscape-design/components/table';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { intervalLabel, type Point } from './figures';
import { tallyColumns } from './GroupTable';
import type { Interval } from './range';

const TimeCharts = lazy(() => import('./TimeCharts'));

interface Props {
  series: readonly Point[];
  interval: Interval;
  filtersOf: (point: Point) => ContactFilters;
}

/** The course of the figures: as charts, or the same as a table of links. */
export function OverTime(props: Props) {
  const [shown, setShown] = useState('chart');
  return (
    <section aria-label={m.dashboard.overTime} className="over-time">
      <Header
        variant="h2"
        actions={
          <SegmentedControl
            label={m.dashboard.shownAs}
            selectedId={shown}
            options={[
              { id: 'chart', text: m.dashboard.asChart },
              { id: 'table', text: m.dashboard.asTable },
            ]}
            onChange={({ detail }) => setShown(detail.selectedId)}
          />
        }
      >
        {m.dashboard.overTime}
      </Header>
      {shown === 'table' ? (
        <SeriesTable {...props} />
      ) : (
        <Suspense fallback={<div className="charts-wait"><Empty title={<Spinner />}>{m.loading}</Empty></div>}>
          <TimeCharts {...props} />
        </Suspense>
      )}
    </section>
  );
}

function SeriesTable({ series, interval, filtersOf }: Props) {
  return (
    <Table
      variant="container"
      stickyColumns={{ first: 1 }}
      items={[...series].reverse()}
      trackBy="begin"
      sortingDisabled
      ariaLabels={{ tableLabel: m.dashboard.overTime }}
      columnDefinitions={[
        {
          id: 'begin',
          header: m.dashboard.columns.begin,
          isRowHeader: true,
          cell: (point) =>
            point.contacts === 0 ? (
              <span className="quiet">{intervalLabel(point, interval)}</span>
            ) : (
              <Link className="link" to={contactsPath(filtersOf(point))}>
                {intervalLabel(point, interval)}
              </Link>
            ),
        },
        ...tallyColumns<Point>(filtersOf),
      ]}
    />
  );
}
