import '#web/ui/styles.css';
import { createRoot } from 'react-dom/client';
import { CodePanel, type CodePanelProps } from '#web/ui/code-runner/code-panel.tsx';
import { runCode } from '#web/ui/code-runner/run-code.ts';
import type { CodeRunRecord } from '#web/ui/code-runner/use-code-runs.ts';

declare global {
  interface Window {
    runCode: typeof runCode;
    showPanel: (props: Omit<CodePanelProps, 'onRun'>) => void;
    records: CodeRunRecord[];
  }
}

// The code runner on a page of its own: tests run code by script and drive the panel by hand.
const place = document.getElementById('root');
window.runCode = runCode;
window.records = [];
window.showPanel = (props) => {
  if (place === null) return;
  createRoot(place).render(<CodePanel {...props} onRun={(record) => window.records.push(record)} />);
};
