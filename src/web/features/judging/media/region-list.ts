import type { RegionMark } from '#domain/judging/answers.ts';

/** Adds a region and says which id it got. */
export function addRegion(
  marks: readonly RegionMark[],
  region: Pick<RegionMark, 'mediaId' | 'shape' | 'label'>,
): { readonly marks: readonly RegionMark[]; readonly id: string } {
  const id = `p${1 + Math.max(0, ...marks.map((mark) => Number(/^p(\d+)$/.exec(mark.id)?.[1] ?? 0)))}`;
  return { marks: [...marks, { id, ...region }], id };
}

/** Changes a region; a note that was emptied again is left out. */
export function changeRegion(
  marks: readonly RegionMark[],
  id: string,
  change: Partial<Omit<RegionMark, 'id' | 'mediaId'>>,
): RegionMark[] {
  return marks.map((mark) => {
    if (mark.id !== id) return mark;
    const { note, ...rest } = { ...mark, ...change };
    return note === undefined || note === '' ? rest : { ...rest, note };
  });
}

export function removeRegion(marks: readonly RegionMark[], id: string): RegionMark[] {
  return marks.filter((mark) => mark.id !== id);
}
