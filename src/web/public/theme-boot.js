// Runs before the first paint, so that a dark page never flashes white. A file, because inline scripts are forbidden.
(() => {
  let chosen = 'system';
  try {
    chosen = localStorage.getItem('plumbline-theme') ?? 'system';
  } catch {
    // Storage may be forbidden; the system's choice is then used.
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
