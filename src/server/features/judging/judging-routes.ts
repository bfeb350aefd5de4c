import type { Serve } from '#server/http/serve-route.ts';
import type { Services } from '#server/services/services.ts';

export function registerJudging(_serve: Serve, _services: Services): void {}
