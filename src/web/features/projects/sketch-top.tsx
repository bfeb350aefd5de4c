import type { ReactNode } from 'react';
import { letterAt } from '#domain/judging/display-order.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { sceneOf } from './sketch-scene.ts';
import styles from './template-sketch.module.css';

/** Widths of the drawn lines in percent; what does not fit above the scales is cut. */
const ruled = [92, 100, 78, 96, 88, 99, 83, 94, 71, 97, 86, 64];
const marked = new Set([78, 99, 83]);
const said = [62, 84, 40, 90, 55, 76];

/** What is read under a rubric, drawn with lines, bubbles and boxes. */
export function SketchTop({ rubric }: { readonly rubric: Rubric }): ReactNode {
  const scene = sceneOf(rubric);
  switch (scene.kind) {
    case 'texts':
      return <Columns count={scene.count}>{() => <Lines isMarked={scene.isMarked} />}</Columns>;
    case 'chat':
      return <Columns count={scene.models}>{() => <Bubbles />}</Columns>;
    case 'media':
      return <Columns count={2}>{() => (scene.isTimed ? <Waves /> : <Picture />)}</Columns>;
    case 'dialogue':
      return (
        <div className={styles.top}>
          <Bubbles isRated />
        </div>
      );
    case 'tree':
      return (
        <div className={styles.top}>
          <Tree />
        </div>
      );
    case 'steps':
      return (
        <div className={styles.top}>
          <Steps />
        </div>
      );
    case 'brief':
    case 'page':
      return (
        <div className={styles.top}>
          <div className={scene.kind === 'brief' ? styles.card : styles.question}>
            <span className={styles.line} style={{ width: '46%' }} />
            <span className={styles.line} style={{ width: '80%' }} />
          </div>
          <div className={styles.page}>
            <span className={styles.line} style={{ width: '88%' }} />
            <span className={styles.line} style={{ width: '95%' }} />
            <span className={styles.caret} style={{ width: '34%' }} />
          </div>
        </div>
      );
  }
}

function Columns({ count, children }: { readonly count: number; readonly children: () => ReactNode }) {
  return (
    <div className={styles.columns}>
      {Array.from({ length: count }, (_, index) => letterAt(index)).map((letter) => (
        <div key={letter} className={styles.text}>
          <span className={styles.letter}>{letter}</span>
          {children()}
        </div>
      ))}
    </div>
  );
}

function Lines({ isMarked }: { readonly isMarked: boolean }) {
  return ruled.map((width) => (
    <span
      key={width}
      className={styles.line}
      data-marked={(isMarked && marked.has(width)) || undefined}
      style={{ width: `${width}%` }}
    />
  ));
}

function Bubbles({ isRated = false }: { readonly isRated?: boolean }) {
  return said.map((width, index) => (
    <span key={width} className={styles.bubble} data-own={index % 2 === 0 || undefined}>
      <span className={styles.line} style={{ width: `${width}%` }} />
      {isRated && index % 2 === 1 && <i className={styles.badge} />}
    </span>
  ));
}

/** Three places of a dialogue: at each a bubble of the person, below it the replies, one of which goes on. */
function Tree() {
  return [54, 38, 61].map((width, place) => (
    <div key={width} className={styles.place}>
      <span className={styles.bubble} data-own="">
        <span className={styles.line} style={{ width: `${width}%` }} />
      </span>
      <span className={styles.replies}>
        {['A', 'B', 'C'].slice(0, place === 1 ? 3 : 2).map((letter, index) => (
          <span key={letter} className={styles.reply} data-chosen={index === place % 2 || undefined}>
            {letter}
          </span>
        ))}
      </span>
    </div>
  ));
}

function Steps() {
  return ruled.slice(0, 7).map((width, index) => (
    <span key={width} className={styles.step} data-after={index > 3 || undefined}>
      <i className={styles.badge} data-bad={index === 3 || undefined} />
      <span className={styles.line} style={{ width: `${width * 0.9}%` }} />
    </span>
  ));
}

function Picture() {
  return (
    <span className={styles.picture}>
      <i className={styles.box} />
    </span>
  );
}

function Waves() {
  return (
    <span className={styles.waves}>
      {ruled.map((height, index) => (
        <i
          key={height}
          data-marked={(index > 4 && index < 8) || undefined}
          style={{ height: `${(height * 7 + index * 31) % 80}%` }}
        />
      ))}
    </span>
  );
}
