import type { Column, ColumnType } from './column.ts';

type Fits = (value: unknown) => boolean;

/**
 * Makes the function that says whether `JSON.stringify` writes a value just as its column wants it: every part of the
 * right type, every key there, none besides, in the columns' order. Null where it never does: it drops a float's point.
 */
export function compileFit(type: ColumnType): Fits | null {
  if (type === 'float') return null;
  if (type === 'string') return (value) => typeof value === 'string';
  if (type === 'int') return Number.isSafeInteger;
  if (type === 'bool') return (value) => typeof value === 'boolean';
  return 'struct' in type ? fitStruct(type.struct) : fitList(type.list);
}

function fitList(type: ColumnType): Fits | null {
  const fits = compileFit(type);
  return fits && ((value) => Array.isArray(value) && value.every(fits));
}

function fitStruct(columns: readonly Column[]): Fits | null {
  const names = columns.map(({ name }) => name);
  const parts = columns.map(({ type }) => compileFit(type));
  if (!parts.every((part) => part !== null)) return null;
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    let index = 0;
    for (const key in value) {
      if (key !== names[index] || parts[index]?.((value as Record<string, unknown>)[key]) !== true)
        return false;
      index += 1;
    }
    return index === names.length;
  };
}
