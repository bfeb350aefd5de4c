import { configure } from '@testing-library/react';

// A busy machine is no reason to fail: a screen that never comes fails all the same, only later.
configure({ asyncUtilTimeout: 30_000 });

// A document without layout has nothing to scroll.
Element.prototype.scrollIntoView ??= () => {};
