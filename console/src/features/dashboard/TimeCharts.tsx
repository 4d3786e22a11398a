import type { ContactState } from '@/api/types';
import { contactsPath, type ContactFilters } from '@/shared/contactsPath';
import { m } from '@/shared/messages';
import BarChart from '@cloudscape-design/components/bar-chart';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import LineChart from '@cloudscape-design/components/line-chart';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { axisLabel, count, countOf, intervalLabel, percent, SENTIMENTS, share, withSentiment, type Point } from './figures';
import { Counted } from './GroupTable';
import type { Interval } from './range';

const HEIGHT = 190;
const FAILED: readonly ContactState[] = ['failed'];
const NOT_FAILED: readonly ContactState[] = ['complete', 'running', 'waiting', 'notRequested'];
const COLORS = {
  POSITIVE: 'var(--ac-positive)',
  NEUTRAL: 'var(--ac-bar-neutral)',
  MIXED: 'var(--ac-mixed)',
  NEGATIVE: 'var(--ac-negative)',
};
const CHART = m.dashboard.charts;
const STRINGS = {
  legendAriaLabel: CHART.legend,
  filterLabel: CHART.filter,
  filterPlaceholder: CHART.filterPlaceholder,
  chartAriaRoleDescription: CHART.role,
  xAxisAriaRoleDescription: CHART.xAxis,
  yAxisAriaRoleDescription: CHART.yAxis,
  detailPopoverDismissAriaLabel: CHART.dismiss,
};

interface Props {
  series: readonly Point[];
  interval: Interval;
  filtersOf: (point: Point) => ContactFilters;
}

/** Volume, sentiment, talk and silence over time. What is chosen in a chart opens links to its contacts. */
export default function TimeCharts({ series, interval, filtersOf }: Props) {
  const points = new Map(series.map((point) => [Date.parse(point.begin), point]));
  const pointAt = (x: Date) => points.get(x.getTime());
  const shared = {
    hideFilter: true,
    height: HEIGHT,
    empty: m.dashboard.noPoints,
    noMatch: m.dashboard.noPoints,
    i18nStrings: { ...STRINGS, xTickFormatter: (x: Date) => axisLabel(x, interval) },
    detailPopoverFooter: (x: Date) => <OpenInterval point={pointAt(x)} interval={interval} filtersOf={filtersOf} />,
  };
  return (
    <div className="charts">
      <Volume {...{ series, interval, filtersOf, pointAt, shared }} />
      <SentimentShares {...{ series, filtersOf, pointAt, shared }} />
      <TalkShares {...{ series, shared }} />
    </div>
  );
}

interface ChartProps {
  series: readonly Point[];
  filtersOf: (point: Point) => ContactFilters;
  pointAt: (x: Date) => Point | undefined;
  shared: {
    hideFilter: boolean;
    height: number;
    empty: string;
    noMatch: string;
    i18nStrings: typeof STRINGS & { xTickFormatter: (x: Date) => string };
    detailPopoverFooter: (x: Date) => ReactNode;
  };
}

function Volume({ series, interval, filtersOf, pointAt, shared }: ChartProps & { interval: Interval }) {
  const most = Math.max(1, ...series.map(({ contacts }) => contacts));
  const bars = (y: (point: Point) => number) => series.map((point) => ({ x: new Date(point.begin), y: y(point) }));
  return (
    <Chart title={m.dashboard.volume} description={m.dashboard.volumeHow(m.dashboard.intervals[interval])}>
      <BarChart<Date>
        {...shared}
        stackedBars
        xScaleType="categorical"
        yDomain={[0, most]}
        ariaLabel={m.dashboard.volume}
        i18nStrings={{ ...shared.i18nStrings, yTickFormatter: (y) => (Number.isInteger(y) ? count(y) : '') }}
        series={[
          { type: 'bar', title: m.dashboard.notFailed, data: bars((p) => p.contacts - p.failed), color: 'var(--ac-bar)' },
          { type: 'bar', title: m.dashboard.failed, data: bars((p) => p.failed), color: 'var(--ac-negative)' },
        ]}
        detailPopoverSeriesContent={({ series: one, x, y }) => {
          const point = pointAt(x);
          const state = one.title === m.dashboard.failed ? FAILED : NOT_FAILED;
          return { key: one.title, value: point && <Counted n={y} to={{ ...filtersOf(point), state: [...state] }} /> };
        }}
      />
    </Chart>
  );
}

function SentimentShares({ series, filtersOf, pointAt, shared }: ChartProps) {
  const known = series.some((point) => withSentiment(point) > 0);
  return (
    <Chart title={m.dashboard.sentiment} description={m.dashboard.sentimentHow}>
      <BarChart<Date>
        {...shared}
        stackedBars
        xScaleType="categorical"
        yDomain={[0, 1]}
        ariaLabel={m.dashboard.sentiment}
        i18nStrings={{ ...shared.i18nStrings, yTickFormatter: percent }}
        series={
          known
            ? SENTIMENTS.map((label) => ({
                type: 'bar' as const,
                title: m.sentiments[label],
                color: COLORS[label],
                data: series.map((point) => ({ x: new Date(point.begin), y: share(countOf(point, label), withSentiment(point)) })),
              }))
            : []
        }
        detailPopoverSeriesContent={({ series: one, x, y }) => {
          const point = pointAt(x);
          const label = SENTIMENTS.find((each) => m.sentiments[each] === one.title);
          return {
            key: one.title,
            value: point && label && (
              <>
                {percent(y)} (<Counted n={countOf(point, label)} to={{ ...filtersOf(point), sentiment: [label] }} />)
              </>
            ),
          };
        }}
      />
    </Chart>
  );
}

function TalkShares({ series, shared }: Pick<ChartProps, 'series' | 'shared'>) {
  const line = (value: (point: Point) => number | null | undefined) =>
    series.flatMap((point) => {
      const y = value(point);
      return y == null ? [] : [{ x: new Date(point.begin), y }];
    });
  const talk = line((point) => point.meanAgentTalkShare);
  const silence = line((point) => point.meanSilenceShare);
  const known = talk.length + silence.length > 0;
  return (
    <Chart title={m.dashboard.talk} description={m.dashboard.talkHow}>
      <LineChart<Date>
        {...shared}
        xScaleType="time"
        yDomain={[0, 1]}
        ariaLabel={m.dashboard.talk}
        i18nStrings={{ ...shared.i18nStrings, yTickFormatter: percent }}
        series={
          known
            ? [
                { type: 'line', title: m.dashboard.agentTalk, data: talk, color: 'var(--ac-agent)', valueFormatter: percent },
                { type: 'line', title: m.dashboard.silence, data: silence, color: 'var(--ac-unknown)', valueFormatter: percent },
              ]
            : []
        }
      />
    </Chart>
  );
}

function Chart({ title, description, children }: { title: string; description: string; children: ReactNode }) {
  return (
    <Container
      fitHeight
      header={
        <Header variant="h3" description={description}>
          {title}
        </Header>
      }
    >
      {children}
    </Container>
  );
}

function OpenInterval({ point, interval, filtersOf }: { point: Point | undefined; interval: Interval; filtersOf: Props['filtersOf'] }) {
  if (!point) return null;
  return (
    <Box>
      <div className="quiet">{intervalLabel(point, interval)}</div>
      {point.contacts === 0 ? (
        m.dashboard.noneInInterval
      ) : (
        <Link className="link" to={contactsPath(filtersOf(point))}>
          {m.dashboard.openInterval(count(point.contacts))}
        </Link>
      )}
    </Box>
  );
}
