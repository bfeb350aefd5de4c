import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import styles from './pdf-view.module.css';
import type { Marking } from './region-shape.ts';
import { ShapeLayer } from './shape-layer.tsx';
import type { ShapeEditor } from './use-shape-editor.ts';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly page: number;
  /** 1 is as wide as there is room. */
  readonly zoom: number;
  readonly roomWidth: number;
  readonly marking: Marking;
  readonly editor: ShapeEditor;
}

/** More than this many pixels a side no browser draws. */
const mostPixels = 8_000;
const mostCharacters = 50_000;

/** One page as a picture, with its text for those who listen and its marks above. */
export function PdfPage({ document, page, zoom, roomWidth, marking, editor }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  // Synchronises with the worker that draws the page.
  useEffect(() => {
    if (roomWidth === 0 || canvas.current === null) return;
    const drawing = drawPage({
      document,
      page,
      width: roomWidth * zoom,
      canvas: canvas.current,
      onText: setText,
    });
    return () => drawing.stop();
  }, [document, page, zoom, roomWidth]);
  return (
    <div className={styles.page}>
      <canvas ref={canvas} />
      <p className="visually-hidden">{text}</p>
      <ShapeLayer marking={marking} editor={editor} page={page} />
    </div>
  );
}

interface Drawing {
  readonly document: PDFDocumentProxy;
  readonly page: number;
  readonly width: number;
  readonly canvas: HTMLCanvasElement;
  readonly onText: (text: string) => void;
}

function drawPage({ document, page: number, width, canvas, onText }: Drawing): { stop(): void } {
  let isStopped = false;
  let cancel = () => {};
  const draw = async () => {
    const page = await document.getPage(number);
    if (isStopped) return;
    const plain = page.getViewport({ scale: 1 });
    const sharp = Math.min(globalThis.devicePixelRatio || 1, mostPixels / Math.max(width, 1));
    const viewport = page.getViewport({ scale: (width / plain.width) * sharp });
    // Drawn beside, so that the last page stays until the next one is there.
    const fresh = globalThis.document.createElement('canvas');
    fresh.width = Math.ceil(viewport.width);
    fresh.height = Math.ceil(viewport.height);
    const task = page.render({ canvas: fresh, viewport });
    cancel = () => task.cancel();
    await task.promise;
    if (isStopped) return;
    canvas.width = fresh.width;
    canvas.height = fresh.height;
    canvas.style.width = `${width}px`;
    canvas.getContext('2d')?.drawImage(fresh, 0, 0);
    canvas.dataset['page'] = String(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join(' ');
    if (!isStopped) onText(words.slice(0, mostCharacters));
  };
  // Cancelled where another page was wanted meanwhile.
  draw().catch(() => undefined);
  return {
    stop() {
      isStopped = true;
      cancel();
    },
  };
}
