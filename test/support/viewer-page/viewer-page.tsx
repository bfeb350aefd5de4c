import '#web/ui/styles.css';
import { useReducer, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { MediaView } from '#web/ui/media/media-view.tsx';
import type { RegionMark, RegionShape } from '#web/ui/media/region-shape.ts';

type Change =
  | { readonly act: 'add'; readonly shape: RegionShape }
  | { readonly act: 'change'; readonly id: string; readonly shape: RegionShape }
  | { readonly act: 'remove'; readonly id: string };

function apply(marks: readonly RegionMark[], change: Change): readonly RegionMark[] {
  if (change.act === 'add') {
    const number = marks.length + 1;
    return [...marks, { id: `m${number}`, label: `Mark ${number}`, shape: change.shape }];
  }
  if (change.act === 'remove') return marks.filter((mark) => mark.id !== change.id);
  return marks.map((mark) => (mark.id === change.id ? { ...mark, shape: change.shape } : mark));
}

/** One viewer whose marks are kept by the page and written out below it. */
function ViewerPage() {
  const query = new URLSearchParams(location.search);
  const [marks, tell] = useReducer(apply, []);
  const [selectedId, onSelect] = useState<string | null>(null);
  return (
    <main style={{ padding: 16, maxWidth: 900 }}>
      <MediaView
        kind={(query.get('kind') ?? 'image') as 'image'}
        url={query.get('url') ?? ''}
        name="The file"
        marks={marks}
        selectedId={selectedId}
        onSelect={onSelect}
        onMark={(shape) => tell({ act: 'add', shape })}
        onChange={(id, shape) => tell({ act: 'change', id, shape })}
        onRemove={(id) => tell({ act: 'remove', id })}
      />
      <output>{JSON.stringify(marks.map((mark) => mark.shape))}</output>
    </main>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<ViewerPage />);
