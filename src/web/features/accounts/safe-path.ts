/** The page to go to after signing in. An address of another site, however written, leads home instead. */
export function safePath(from: string | undefined): string {
  const here = 'http://here.invalid';
  if (from === undefined || !from.startsWith('/') || !URL.canParse(from, here)) return '/';
  const url = new URL(from, here);
  if (url.origin !== here || url.pathname === '/sign-in') return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
