import type { Route } from '#contract/route.ts';

type Values = Readonly<Record<string, unknown>>;

/** The address of a route with its parameters filled in; empty query values are left out. */
export function buildUrl(
  baseUrl: string,
  route: Pick<Route, 'id' | 'path'>,
  given: { readonly params?: Values | undefined; readonly query?: Values | undefined },
): string {
  const path = route.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = given.params?.[name];
    if (value === undefined || value === '') throw new Error(`${route.id} needs the parameter "${name}"`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(given.query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const query = search.size === 0 ? '' : `?${search}`;
  return `${baseUrl.replace(/\/$/, '')}${path}${query}`;
}
