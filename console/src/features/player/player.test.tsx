// @vitest-environment jsdom
import { m } from '@/shared/messages';
import { Playback } from '@/shared/playback/playback';
import { TimeWindow } from '@/shared/playback/timeWindow';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LoopControls } from './Controls';
import { LaneHead } from './LaneHead';
import { Overlay } from './Overlay';
import { SwapNote } from './SwapNote';
import { useSwap, type SwapOutcome, type SwapSides } from './useSwap';

let playback: Playback;

beforeEach(() => {
  playback = new Playback(document.createElement('audio'), 60_000, () => Promise.reject(new Error('no audio')));
  playback.mix.setChannels(2);
});

afterEach(cleanup);

const LANE = { participant: 'customer', channel: 1, audible: true } as const;

test('mute, solo and volume act on the lane’s own audio channel', () => {
  render(<LaneHead lane={LANE} alone={false} playback={playback} />);
  fireEvent.click(screen.getByRole('button', { name: m.player.mute('Customer') }));
  fireEvent.click(screen.getByRole('button', { name: m.player.solo('Customer') }));
  expect(playback.mix.state.channels).toEqual([
    { muted: false, solo: false, volume: 1 },
    { muted: true, solo: true, volume: 1 },
  ]);
  expect(screen.getByRole('button', { name: m.player.mute('Customer') }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.change(screen.getByRole('slider', { name: m.player.volume('Customer') }), { target: { value: '40' } });
  expect(playback.mix.state.channels[1]?.volume).toBe(0.4);
});

test('a browser without Web Audio cannot mute a side, and its button says so', async () => {
  render(<LaneHead lane={LANE} alone={false} playback={playback} />);
  await act(() => playback.mix.start());
  const mute = screen.getByRole<HTMLButtonElement>('button', { name: m.player.mute('Customer') });
  expect(mute.disabled).toBe(true);
  expect(mute.title).toBe(m.player.asIs);
});

test('A, B and the cross make, close and end a loop', () => {
  render(<LoopControls playback={playback} />);
  act(() => playback.seek(10_000));
  fireEvent.click(screen.getByRole('button', { name: m.player.loopFromHere }));
  expect(screen.getByText('00:10.0 –')).toBeTruthy();
  act(() => playback.seek(12_500));
  fireEvent.click(screen.getByRole('button', { name: m.player.loopToHere }));
  expect(screen.getByText('00:10.0 – 00:12.5')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: m.player.loopClear }));
  expect(playback.state.loop).toBeNull();
});

function overlay(comments = [{ id: 'c1', atMillis: 30_000, text: 'Promised a refund' }]) {
  const timeWindow = new TimeWindow();
  timeWindow.setDuration(60_000);
  const opened: string[] = [];
  render(<Overlay comments={comments} playback={playback} timeWindow={timeWindow} onComment={(id) => opened.push(id)} />);
  return { timeWindow, opened };
}

test('a comment stands at its time and opens on a click; out of sight it is not there', () => {
  const { timeWindow, opened } = overlay();
  const pin = screen.getByRole('button', { name: m.player.comment('00:30', 'Promised a refund') });
  expect(pin.style.left).toBe('50%');
  fireEvent.click(pin);
  expect(opened).toEqual(['c1']);
  act(() => timeWindow.show(0, 20_000));
  expect(screen.queryByRole('button')).toBeNull();
});

test('the arrow keys move an end of the loop, not past the other end', () => {
  act(() => playback.setLoop({ beginMillis: 10_000, endMillis: 11_000 }));
  overlay([]);
  const begin = screen.getByRole('slider', { name: m.player.loopBegin });
  fireEvent.keyDown(begin, { key: 'ArrowRight' });
  expect(playback.state.loop?.beginMillis).toBe(10_100);
  fireEvent.keyDown(begin, { key: 'ArrowRight', shiftKey: true });
  expect(playback.state.loop?.beginMillis).toBe(10_800);
  fireEvent.keyDown(screen.getByRole('slider', { name: m.player.loopEnd }), { key: 'ArrowLeft' });
  expect(playback.state.loop).toEqual({ beginMillis: 10_800, endMillis: 11_000 });
});

function Swap({ swapSides }: { swapSides: SwapSides }) {
  const { state, swap, swapAll, close } = useSwap(swapSides);
  return (
    <>
      <button onClick={() => swap(true)}>swap</button>
      <SwapNote state={state} onSwapAll={swapAll} onClose={close} />
    </>
  );
}

test('after a swap the other contacts of the source are offered, and swapped the same way', async () => {
  const asked: [boolean, boolean][] = [];
  const swapSides = (swapped: boolean, wholeSource: boolean): Promise<SwapOutcome> => {
    asked.push([swapped, wholeSource]);
    return Promise.resolve({ source: 'bucket/folder', others: wholeSource ? 0 : 12 });
  };
  render(<Swap swapSides={swapSides} />);
  fireEvent.click(screen.getByText('swap'));
  expect(await screen.findByText('bucket/folder')).toBeTruthy();
  fireEvent.click(screen.getByText(m.player.swapOthers(12)));
  expect(await screen.findByText(m.player.swappedAll)).toBeTruthy();
  expect(asked).toEqual([
    [true, false],
    [true, true],
  ]);
});

test('a contact that is the only one of its source is not offered more', async () => {
  render(<Swap swapSides={() => Promise.resolve({ source: 's', others: 0 })} />);
  fireEvent.click(screen.getByText('swap'));
  expect(await screen.findByText(m.player.swapped)).toBeTruthy();
  expect(screen.queryByText('s')).toBeNull();
});

test('a swap that is refused says why', async () => {
  render(<Swap swapSides={() => Promise.reject(new Error('The contact is running.'))} />);
  fireEvent.click(screen.getByText('swap'));
  expect(await screen.findByText('The contact is running.')).toBeTruthy();
});
