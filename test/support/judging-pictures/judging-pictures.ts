import type { JudgingPicture } from './judging-picture.ts';
import { makingPictures } from './making-pictures.ts';
import { mediaPictures } from './media-pictures.ts';
import { readingPictures } from './reading-pictures.ts';

/** One of each template, and of marks of errors, which none of them has. */
export const judgingPictures: readonly JudgingPicture[] = [
  ...readingPictures,
  ...makingPictures,
  ...mediaPictures,
];
