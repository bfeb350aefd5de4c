import { createClient } from '#client/call.ts';
import { watchedFetch } from './reachability.ts';

/** The page's own client; it signs in by cookie. */
export const api = createClient({ baseUrl: '/api/v1', fetch: watchedFetch });
