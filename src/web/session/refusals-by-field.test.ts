import { describe, expect, it } from 'vitest';
import { RefusedError, UnreachableError } from '#client/call-errors.ts';
import type { Place } from '#domain/outcomes/refusal.ts';
import { refusalsByField } from './refusals-by-field.ts';

function refused(...places: readonly Place[]): RefusedError {
  return new RefusedError({
    code: 'invalid_request',
    status: 422,
    detail: 'The request has faults.',
    places,
    details: {},
    requestId: 'r',
  });
}

describe('what went wrong', () => {
  it.each([
    ['nothing', null, {}, undefined],
    [
      'a place that is a field',
      refused({ path: 'email', message: 'is taken' }),
      { email: 'is taken' },
      undefined,
    ],
    ['a place below a field', refused({ path: 'newPerson.email', message: 'x' }), { email: 'x' }, undefined],
    [
      'two places of one field',
      refused({ path: 'name', message: 'first' }, { path: 'name', message: 'second' }),
      { name: 'first' },
      undefined,
    ],
    ['a place elsewhere', refused({ path: 'colour', message: 'x' }), {}, 'The request has faults.'],
    ['a refusal without places', refused(), {}, 'The request has faults.'],
    ['a cut network', new UnreachableError(), {}, new UnreachableError().message],
  ])('with %s is told at the field or as a notice', (_, error, at, notice) => {
    expect(refusalsByField(error, ['name', 'email'])).toEqual({ at, notice });
  });
});
