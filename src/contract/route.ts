import type { z } from 'zod';
import type { Action } from '#domain/access/can.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** How a body travels: parsed JSON, raw bytes streamed in, raw bytes streamed out, or server-sent events. */
export type Transport = 'json' | 'bytes_in' | 'bytes_out' | 'events';

/** One request and its response. A path with `:projectId` is weighed with the actor's roles in that project. */
export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly feature: string;
  readonly method: Method;
  /** Below /api/v1, with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  /** What the actor must be allowed to do; 'public' needs nobody signed in. */
  readonly access: Action | 'public';
  readonly transport: Transport;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly response: Response;
  readonly status: 200 | 201 | 202 | 204;
}

type RouteInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> = Pick<
  Route<P, Q, B, R>,
  'id' | 'feature' | 'method' | 'path' | 'summary' | 'access'
> & {
  description?: string;
  transport?: Transport;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
  status?: Route['status'];
};

/** Declares a route; whatever is left out takes nothing. */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  R extends z.ZodType = z.ZodType,
>(input: RouteInput<P, Q, B, R>): Route<P, Q, B, R> {
  const nothing = undefined as unknown;
  return {
    transport: 'json',
    status: 200,
    ...input,
    params: input.params ?? (nothing as P),
    query: input.query ?? (nothing as Q),
    body: input.body ?? (nothing as B),
  };
}

export type ParamsOf<R extends Route> = R['params'] extends z.ZodType ? z.output<R['params']> : undefined;
export type QueryOf<R extends Route> = R['query'] extends z.ZodType ? z.output<R['query']> : undefined;
export type BodyOf<R extends Route> = R['body'] extends z.ZodType ? z.output<R['body']> : undefined;
export type ResponseOf<R extends Route> = z.output<R['response']>;
