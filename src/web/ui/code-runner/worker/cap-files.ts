/** As much of Emscripten's file system in memory as is needed to bound it. */
interface MemoryFileNode {
  contents: { readonly length: number } | null;
}
interface FileStream {
  readonly node: MemoryFileNode;
}
interface StreamOperations {
  write: (stream: FileStream, buffer: unknown, offset: number, length: number, position: number) => number;
}
interface NodeOperations {
  setattr: (node: MemoryFileNode, attributes: { readonly size?: number }) => void;
}
export interface MemoryFileSystem {
  readonly ErrnoError: new (code: number) => Error;
  readonly writeFile: (path: string, text: string) => void;
  readonly unlink: (path: string) => void;
  readonly lookupPath: (path: string) => {
    readonly node: { readonly node_ops: NodeOperations; readonly stream_ops: StreamOperations };
  };
}

/** No space left on device, as WASI numbers it. */
const noSpace = 51;

/** Bounds how many bytes files may grow by from now on: they lie outside of the WebAssembly memory. */
export function capFiles(fileSystem: MemoryFileSystem, bytes: number): void {
  // All files of the file system have the same two sets of operations, so any file leads to them.
  fileSystem.writeFile('/tmp/any', '');
  const { node_ops: node, stream_ops: stream } = fileSystem.lookupPath('/tmp/any').node;
  fileSystem.unlink('/tmp/any');
  const { write } = stream;
  const { setattr } = node;
  let left = bytes;
  const charge = (file: MemoryFileNode, size: number) => {
    const growth = size - (file.contents?.length ?? 0);
    if (growth > left) throw new fileSystem.ErrnoError(noSpace);
    if (growth > 0) left -= growth;
  };
  stream.write = (open, buffer, offset, length, position) => {
    charge(open.node, position + length);
    return write(open, buffer, offset, length, position);
  };
  node.setattr = (file, attributes) => {
    if (attributes.size !== undefined) charge(file, attributes.size);
    setattr(file, attributes);
  };
}
