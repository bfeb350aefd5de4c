import { computeDifference } from './compute-difference.ts';

addEventListener('message', ({ data }: MessageEvent<{ readonly one: string; readonly other: string }>) => {
  postMessage(computeDifference(data));
});
