import { useSyncExternalStore } from 'react';
import { createObservable } from './observable.ts';

const lookEveryMs = 60 * 60_000;
const isReady = createObservable(false);
let takeOver = () => {};
let isReloading = false;

function whenInstalled(worker: ServiceWorker, run: () => void): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed') run();
  });
}

/** Looks for a newer build now and then, and when the page is looked at again. */
function lookForUpdates(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // Without a network there is nothing to be found, and that is no fault.
    if (navigator.onLine) registration.update().catch(() => {});
  };
  setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') look();
  });
}

function follow(registration: ServiceWorkerRegistration): void {
  const { serviceWorker } = navigator;
  const announce = (worker: ServiceWorker) => {
    takeOver = () => worker.postMessage('take_over');
    isReady.set(true);
  };
  // A page that has just come from the network is the newest already: the worker may follow it at once.
  registration.waiting?.postMessage('take_over');
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    if (installing === null || serviceWorker.controller === null) return;
    whenInstalled(installing, () => announce(installing));
  });
  serviceWorker.addEventListener('controllerchange', () => {
    if (isReloading) location.reload();
    // Another window went over to the newer build; this one still shows the older.
    else if (isReady.get()) takeOver = () => location.reload();
  });
  lookForUpdates(registration);
}

async function register(): Promise<void> {
  try {
    follow(await navigator.serviceWorker.register('/service-worker.js'));
  } catch {
    // Private windows and unsafe connections have no such workers: the app then needs the network to start.
  }
}

/** Lets the app start without a network; begins once the page has nothing more urgent to do. */
export function keepAppOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const begin = () => setTimeout(() => void register(), 1_000);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

/** Whether a newer build is there, and going over to it now or later. */
export function useAppUpdate() {
  const isThere = useSyncExternalStore(isReady.subscribe, isReady.get);
  const goOver = () => {
    isReloading = true;
    takeOver();
  };
  return { isThere, goOver, later: () => isReady.set(false) };
}
