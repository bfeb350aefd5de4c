const pageBytes = 65_536;

/**
 * Lets WebAssembly memories of this worker grow to so many bytes together. Beyond, growing fails as it does on a machine
 * that is full, and the runtime reports that it is out of memory.
 */
export function capMemory(bytes: number): void {
  const maximum = Math.floor(bytes / pageBytes);
  const Plain = WebAssembly.Memory;
  const grow = Plain.prototype.grow;
  const pagesOf = (memory: WebAssembly.Memory) => memory.buffer.byteLength / pageBytes;
  Plain.prototype.grow = function capped(this: WebAssembly.Memory, delta: number): number {
    if (pagesOf(this) + Number(delta) > maximum) throw new RangeError('out of memory');
    return grow.call(this, delta);
  };
  class CappedMemory extends Plain {
    constructor(wanted: WebAssembly.MemoryDescriptor) {
      super({ ...wanted, maximum: Math.min(wanted.maximum ?? maximum, Math.max(maximum, wanted.initial)) });
    }
  }
  WebAssembly.Memory = CappedMemory;
}
