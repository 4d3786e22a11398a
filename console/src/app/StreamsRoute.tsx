import { StreamsPage } from '@/features/streams/StreamsPage';
import { m } from '@/shared/messages';
import { useTitle } from '@/shared/useTitle';
import { Guarded } from './Guarded';
import { PageHelp } from './PageHelp';

export default function StreamsRoute() {
  useTitle(m.streams.title);
  return (
    <Guarded permission="administer">
      <StreamsPage help={<PageHelp page="streams" />} />
    </Guarded>
  );
}
