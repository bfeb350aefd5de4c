import type { Point } from './region-shape.ts';

/** How a picture lies in its frame: how large, and where its upper left corner is, in pixels of the screen. */
export interface Zoom {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const mostScale = 16;

/** The whole picture, in the middle of the frame; small ones are not blown up. */
export function fitInto(picture: Size, frame: Size): Zoom {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height, 1) || 1;
  return settle({ scale, left: 0, top: 0 }, picture, frame);
}

/** Keeps the picture in sight: in the middle where it is smaller than the frame, without gaps where it is larger. */
export function settle(zoom: Zoom, picture: Size, frame: Size): Zoom {
  const along = (place: number, size: number, room: number) =>
    size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, place));
  return {
    scale: zoom.scale,
    left: along(zoom.left, picture.width * zoom.scale, frame.width),
    top: along(zoom.top, picture.height * zoom.scale, frame.height),
  };
}

interface ZoomChange {
  readonly zoom: Zoom;
  readonly picture: Size;
  readonly frame: Size;
  readonly scale: number;
  /** The place in the frame that stays where it is; its middle if left out. */
  readonly around?: Point | undefined;
}

export function zoomTo({ zoom, picture, frame, scale: wanted, around }: ZoomChange): Zoom {
  const least = Math.min(fitInto(picture, frame).scale, 1);
  const scale = Math.min(Math.max(wanted, least), mostScale);
  const [x, y] = around ?? [frame.width / 2, frame.height / 2];
  const grow = scale / zoom.scale;
  return settle({ scale, left: x - (x - zoom.left) * grow, top: y - (y - zoom.top) * grow }, picture, frame);
}
