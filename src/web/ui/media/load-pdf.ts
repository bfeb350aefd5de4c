import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

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
    url,
    enableXfa: false,
    // WebAssembly would need a wider content security policy for the whole app.
    useWasm: false,
    // Ranges are asked for as pages need them; a long document is not fetched as a whole.
    disableAutoFetch: true,
    disableStream: true,
    maxImageSize: 120_000_000,
  });
  return { document: await task.promise, close: () => void task.destroy() };
}
