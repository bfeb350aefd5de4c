import { ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react';
import { type ReactNode, useEffect, useReducer, useRef, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { IconButton } from '#web/ui/icon-button.tsx';
import { ShapeTools } from './image-view.tsx';
import { type OpenPdf, openPdf } from './load-pdf.ts';
import { MediaFrame, MediaProblem } from './media-frame.tsx';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-view.module.css';
import type { Marking } from './region-shape.ts';
import { ShapeHint } from './shape-hint.tsx';
import { useFrameSize } from './use-frame-size.ts';
import { useShapeEditor } from './use-shape-editor.ts';
import { answerKey } from './viewer-keys.ts';

export interface PdfViewProps extends Marking {
  readonly url: string;
  readonly name: string;
  readonly alt?: string | undefined;
}

const zoomStep = 1.25;
/** The room between the page and the edge. */
const paddingPixels = 16;

/** A document page by page, on which boxes and polygons can be drawn. */
export function PdfView({ url, name, alt, ...marking }: PdfViewProps) {
  const stage = useRef<HTMLDivElement>(null);
  const room = useFrameSize(stage);
  const opened = usePdf(url);
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useReducer((_: number, next: number) => Math.min(Math.max(next, 0.5), 6), 1);
  const editor = useShapeEditor(marking, page);
  const pages = opened.pdf?.document.numPages ?? 0;
  const go = (to: number) => setPage(Math.min(Math.max(to, 1), Math.max(pages, 1)));
  const keys = {
    PageDown: () => go(page + 1),
    PageUp: () => go(page - 1),
    Home: () => go(1),
    End: () => go(pages),
    '+': () => setZoom(zoom * zoomStep),
    '=': () => setZoom(zoom * zoomStep),
    '-': () => setZoom(zoom / zoomStep),
    '0': () => setZoom(1),
  };
  return (
    <MediaFrame label={alt || name} onKeyDown={(event) => answerKey(event, editor.keys, keys)}>
      <div className={styles.stage} ref={stage}>
        {opened.isBroken && <MediaProblem>{say('This document cannot be shown.')}</MediaProblem>}
        {opened.pdf && (
          <PdfPage
            document={opened.pdf.document}
            roomWidth={Math.max(room.width - paddingPixels, 0)}
            {...{ page, zoom, marking, editor }}
          />
        )}
      </div>
      <PdfBar {...{ page, pages, go, zoom, setZoom }}>
        <ShapeTools marking={marking} editor={editor} />
      </PdfBar>
      <ShapeHint editor={editor} marking={marking} />
    </MediaFrame>
  );
}

interface PdfBarProps {
  readonly page: number;
  readonly pages: number;
  readonly go: (page: number) => void;
  readonly zoom: number;
  readonly setZoom: (zoom: number) => void;
  readonly children: ReactNode;
}

function PdfBar({ page, pages, go, zoom, setZoom, children }: PdfBarProps) {
  return (
    <div className={styles.bar}>
      <IconButton
        label={say('Previous page')}
        keyHint="PageUp"
        icon={<ChevronLeft />}
        disabled={page <= 1}
        onClick={() => go(page - 1)}
      />
      <span className={styles.place}>{say('Page {page} of {pages}', { page, pages })}</span>
      <IconButton
        label={say('Next page')}
        keyHint="PageDown"
        icon={<ChevronRight />}
        disabled={page >= pages}
        onClick={() => go(page + 1)}
      />
      <IconButton
        label={say('Smaller')}
        keyHint="-"
        icon={<Minus />}
        onClick={() => setZoom(zoom / zoomStep)}
      />
      <IconButton
        label={say('Larger')}
        keyHint="+"
        icon={<Plus />}
        onClick={() => setZoom(zoom * zoomStep)}
      />
      {children}
    </div>
  );
}

interface PdfState {
  readonly pdf: OpenPdf | null;
  readonly isBroken: boolean;
}

function usePdf(url: string): PdfState {
  const [state, setState] = useState<PdfState>({ pdf: null, isBroken: false });
  // Synchronises with the worker that reads the document.
  useEffect(() => {
    let isOver = false;
    const opening = openPdf(url);
    opening.then(
      (pdf) => !isOver && setState({ pdf, isBroken: false }),
      () => !isOver && setState({ pdf: null, isBroken: true }),
    );
    return () => {
      isOver = true;
      opening.then(
        (pdf) => pdf.close(),
        () => undefined,
      );
    };
  }, [url]);
  return state;
}
