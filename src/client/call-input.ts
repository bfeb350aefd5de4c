import type { z } from 'zod';
import type { Route } from '#contract/route.ts';

/** The same data, but callers may hand over read-only lists and records. */
export type ReadonlyDeep<T> = T extends readonly (infer Item)[]
  ? readonly ReadonlyDeep<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: ReadonlyDeep<T[K]> }
    : T;

/** Where a schema accepts anything and makes a number of it, callers give the number. */
type Narrowed<In, Out> = In extends object
  ? { [K in keyof In]: unknown extends In[K] ? (K extends keyof Out ? Out[K] : In[K]) : In[K] }
  : In;

type Part<Name extends string, S extends z.ZodType> = [z.input<S>] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : object extends z.input<S>
    ? { readonly [K in Name]?: ReadonlyDeep<Narrowed<z.input<S>, z.output<S>>> | undefined }
    : { readonly [K in Name]: ReadonlyDeep<Narrowed<z.input<S>, z.output<S>>> };

/** The parts of an address: path parameters and query. */
export type AddressOf<R extends Route> = Part<'params', R['params']> & Part<'query', R['query']>;

/** All that a call of this route takes. */
export type CallInput<R extends Route> = AddressOf<R> &
  Part<'body', R['body']> & { readonly signal?: AbortSignal | undefined };

/** Lets the argument be left out where a route needs nothing. */
export type Optionally<Input> = object extends Input ? [input?: Input] : [input: Input];
