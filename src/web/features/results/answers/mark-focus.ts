import { createContext, useContext } from 'react';

/** A mark of a judgment, as it is pointed at in a list. */
export interface PointedMark {
  readonly unitId: string;
  readonly start: number;
  readonly end: number;
}

interface MarkFocus {
  readonly point: (mark: PointedMark | null) => void;
}

/** Lets a list of marks show on the page where one is; does nothing where the texts are not on the page. */
export const MarkFocusContext = createContext<MarkFocus>({ point: () => {} });

export const useMarkFocus = () => useContext(MarkFocusContext);
