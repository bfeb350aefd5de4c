import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Files of the reader that only some documents need, by their names; each is fetched when one asks for it. */
const parts: Readonly<Record<string, string>> = import.meta.glob(
  [
    // Letters of East Asian documents, fonts that documents rely on without bringing them, pictures of scanners.
    '../../../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg,qcms_bg}.wasm',
  ],
  { query: '?url', import: 'default', eager: true },
);
const addresses = new Map(Object.entries(parts).map(([path, address]) => [path.split('/').at(-1), address]));

async function fetchPart(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`A part of the reader of documents cannot be fetched: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** How the reader gets its parts: from our own origin, under the names that the build gave them. */
class OwnParts {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = addresses.get(filename);
    if (address === undefined) throw new Error(`The reader of documents has no part called ${filename}`);
    return fetchPart(address);
  }
}

/** Fetches what documents are read with, before one is opened without a network. */
export async function preparePdfReader(): Promise<void> {
  await Promise.all([import('./pdf-view.tsx'), import('pdfjs-dist'), fetchPart(workerUrl)]);
}

/** A document that is open, and how to close it. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): void;
}

/** Opens a PDF in a worker of our own origin. Scripts and forms inside it are never run. */
export async function openPdf(url: string): Promise<OpenPdf> {
  const pdf = await import('pdfjs-dist');
  pdf.GlobalWorkerOptions.workerSrc = workerUrl;
  const task = pdf.getDocument({
    // A file of this page has no ranges to ask for.
    ...(url.startsWith('blob:') ? { data: await fetchPart(url) } : { url }),
    enableXfa: false,
    BinaryDataFactory: OwnParts,
    useWorkerFetch: false,
    // Ranges are asked for as pages need them; a long document is not fetched as a whole.
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: 120_000_000,
  });
  return { document: await task.promise, close: () => void task.destroy() };
}
