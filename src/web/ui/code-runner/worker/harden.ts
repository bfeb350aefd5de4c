/**
 * What a runtime needs of a worker's globals: the language itself, and a few tools that reach nothing. `location` says
 * only where the worker's own text came from; a worker cannot go elsewhere. All else is taken away before a foreign
 * line runs: a second lock behind the policy of the page, which lets nothing out anyway.
 */
const kept = new Set<PropertyKey>(
  `globalThis self constructor location Infinity NaN undefined isFinite isNaN parseFloat parseInt decodeURI
  decodeURIComponent encodeURI encodeURIComponent escape unescape Object Function Array Number Boolean String Symbol
  BigInt Date RegExp Math JSON Promise Proxy Reflect Map Set WeakMap WeakSet WeakRef FinalizationRegistry Intl Iterator
  ArrayBuffer DataView Atomics Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Uint8ClampedArray
  Float16Array Float32Array Float64Array BigInt64Array BigUint64Array Error AggregateError EvalError RangeError
  ReferenceError SyntaxError TypeError URIError SuppressedError DisposableStack AsyncDisposableStack WebAssembly
  TextDecoder TextEncoder crypto performance console queueMicrotask setTimeout clearTimeout Blob AbortController
  AbortSignal Event EventTarget`.split(/\s+/),
);

/** Deletes everything from the worker's global object that is not kept: network, storage, workers, messages. */
export function harden(): void {
  let holder: object | null = globalThis;
  while (holder !== null && holder !== Object.prototype) {
    for (const name of Reflect.ownKeys(holder)) if (!kept.has(name)) Reflect.deleteProperty(holder, name);
    holder = Object.getPrototypeOf(holder) as object | null;
  }
}
