import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AudioView } from './audio-view.tsx';
import { ImageView } from './image-view.tsx';
import type { RegionMark } from './region-shape.ts';
import { VideoView } from './video-view.tsx';

afterEach(() => cleanup());

const url = '/media/x';
const box: RegionMark = {
  id: 'm1',
  label: 'Sixth finger',
  shape: { kind: 'box', x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
};
const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });

function openImage(more: Partial<Parameters<typeof ImageView>[0]> = {}) {
  const acts = { onMark: vi.fn(), onChange: vi.fn(), onRemove: vi.fn(), onSelect: vi.fn() };
  render(<ImageView url={url} name="hand.png" alt="A hand" marks={[box]} {...acts} {...more} />);
  fireEvent.load(screen.getByAltText('A hand'));
  screen.getByRole('region', { name: 'A hand' }).focus();
  return acts;
}

describe('a picture', () => {
  it('is marked with a box by keys alone', () => {
    const { onMark } = openImage();
    press('b');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp']) press(key);
    press('ArrowRight', { shiftKey: true });
    press('ArrowDown', { shiftKey: true, altKey: true });
    press('Enter');
    expect(onMark).toHaveBeenCalledExactlyOnceWith({
      ...{ kind: 'box', x: 0.38, y: 0.39, width: 0.21, height: 0.202 },
    });
  });

  it('is marked with a polygon by keys alone, corner by corner', () => {
    const { onMark } = openImage();
    press('p');
    press(' ');
    press('ArrowRight');
    press(' ');
    press('Enter');
    expect(onMark).not.toHaveBeenCalled();
    press('ArrowDown');
    press(' ');
    press('ArrowDown');
    press(' ');
    press('Backspace');
    press('Enter');
    expect(onMark).toHaveBeenCalledExactlyOnceWith({
      kind: 'polygon',
      points: [
        [0.5, 0.5],
        [0.51, 0.5],
        [0.51, 0.51],
      ],
    });
  });

  it('drops a shape that is not wanted', () => {
    const { onMark } = openImage();
    press('b');
    press('Escape');
    press('Enter');
    expect(onMark).not.toHaveBeenCalled();
  });

  it('names its marks, and they are moved, resized and removed by keys', () => {
    const { onChange, onRemove, onSelect } = openImage({ selectedId: 'm1' });
    const mark = screen.getByRole('button', { name: /^Sixth finger: box, 10% from left, 20% from top/ });
    fireEvent.focus(mark);
    expect(onSelect).toHaveBeenCalledWith('m1');
    mark.focus();
    press('ArrowRight');
    press('ArrowUp', { shiftKey: true });
    press('Delete');
    expect(onChange.mock.calls).toEqual([
      ['m1', { ...box.shape, x: 0.11 }],
      ['m1', { ...box.shape, height: 0.39 }],
    ]);
    expect(onRemove).toHaveBeenCalledExactlyOnceWith('m1');
  });

  it('that is read only shows marks and takes none', () => {
    const { onMark, onChange, onRemove } = openImage({ isReadOnly: true, selectedId: 'm1' });
    expect(screen.queryByRole('button', { name: /Box/ })).toBeNull();
    for (const key of ['b', 'Enter', 'ArrowLeft', 'Delete']) press(key);
    expect([onMark, onChange, onRemove].flatMap((act) => act.mock.calls)).toEqual([]);
  });

  it('offers only the shapes that are asked for', () => {
    const { onMark } = openImage({ shapes: ['polygon'] });
    expect(screen.queryByRole('button', { name: 'Box' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Polygon' })).toBeDefined();
    press('b');
    press('Enter');
    expect(onMark).not.toHaveBeenCalled();
  });

  it('keeps its keys from the page around, and leaves it the others', () => {
    const around = vi.fn();
    window.addEventListener('keydown', around);
    openImage();
    press('b');
    press('1');
    expect(around).not.toHaveBeenCalled();
    press('s');
    press('Enter', { ctrlKey: true });
    expect(around).toHaveBeenCalledTimes(2);
    window.removeEventListener('keydown', around);
  });

  it('that cannot be loaded says so', () => {
    openImage();
    fireEvent.error(screen.getByAltText('A hand'));
    expect(screen.getByRole('alert').textContent).toBe('This picture cannot be shown.');
  });

  it('shows hostile labels as text', () => {
    openImage({ marks: [{ ...box, label: '<img src=x onerror=alert(1)>' }] });
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeDefined();
  });
});

/** As a browser's player, without a sound. */
function playerOf(element: HTMLMediaElement, seconds = 10) {
  Object.defineProperty(element, 'duration', { configurable: true, value: seconds });
  fireEvent.durationChange(element);
  return element;
}

function openAudio(more: Partial<Parameters<typeof AudioView>[0]> = {}) {
  const acts = { onMark: vi.fn(), onChange: vi.fn(), onRemove: vi.fn(), onSelect: vi.fn() };
  const { container } = render(<AudioView url={url} name="call.wav" {...acts} {...more} />);
  const element = container.querySelector('audio') ?? expect.unreachable();
  screen.getByRole('region', { name: 'call.wav' }).focus();
  return { ...acts, element: playerOf(element) };
}

describe('a sound', () => {
  it('is gone through by keys, and not over its ends', () => {
    const { element } = openAudio();
    press('ArrowRight');
    press('ArrowRight', { shiftKey: true });
    expect(element.currentTime).toBeCloseTo(2.2);
    press('ArrowLeft');
    press('ArrowLeft');
    expect(element.currentTime).toBe(0);
    press('End');
    expect(element.currentTime).toBe(10);
    expect(screen.getByText('0:10.0 / 0:10.0')).toBeDefined();
  });

  it('is marked from one place to another by keys', () => {
    const { onMark } = openAudio();
    press('ArrowRight');
    press('m');
    expect(screen.getByRole('button', { name: 'Mark to here' })).toBeDefined();
    press('ArrowRight');
    press('m');
    expect(onMark).toHaveBeenCalledExactlyOnceWith({ kind: 'time', startMs: 2_000, endMs: 4_000 });
  });

  it('takes back a mark that was begun', () => {
    const { onMark } = openAudio();
    press('m');
    press('Escape');
    press('ArrowRight');
    press('m');
    expect(onMark).not.toHaveBeenCalled();
  });

  it('is played slower and faster, no further than the ends', () => {
    const { element } = openAudio();
    press('-');
    fireEvent(element, new Event('ratechange'));
    expect(element.playbackRate).toBe(0.75);
    for (let times = 0; times < 9; times += 1) {
      press('+');
      fireEvent(element, new Event('ratechange'));
    }
    expect(element.playbackRate).toBe(2);
  });

  it('names its ranges with their times', () => {
    const shape = { kind: 'time', startMs: 1_000, endMs: 2_500 } as const;
    const { onSelect } = openAudio({ marks: [{ id: 't', label: 'Cough', shape }] });
    fireEvent.click(screen.getByRole('button', { name: 'Cough: from 0:01.0 to 0:02.5' }));
    expect(onSelect).toHaveBeenCalledWith('t');
  });

  it('without a length of its own has the one that the server knows', () => {
    const { container } = render(<AudioView url={url} name="stream" durationMs={4_000} />);
    playerOf(container.querySelector('audio') ?? expect.unreachable(), Number.POSITIVE_INFINITY);
    expect(screen.getByText('0:00.0 / 0:04.0')).toBeDefined();
  });

  it('that cannot be played says so', () => {
    const { element } = openAudio();
    fireEvent.error(element);
    expect(screen.getByRole('alert').textContent).toBe('This sound cannot be played by this browser.');
  });
});

describe('a film', () => {
  it('is gone through picture by picture', () => {
    const pause = vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => {});
    const { container } = render(<VideoView url={url} name="walk.webm" frameRate={25} />);
    const element = playerOf(container.querySelector('video') ?? expect.unreachable());
    screen.getByRole('region', { name: 'walk.webm' }).focus();
    press('.');
    press('.');
    expect(element.currentTime).toBeCloseTo(0.08);
    press(',');
    expect(element.currentTime).toBeCloseTo(0.04);
    fireEvent.click(screen.getByRole('button', { name: 'Next picture' }));
    expect(element.currentTime).toBeCloseTo(0.08);
    expect(pause).toHaveBeenCalled();
  });
});
