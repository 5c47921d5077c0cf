// Leaves this site at once: see QuickExit.
(() => {
  const strip = document.getElementById('snel-weg');
  const status = strip.querySelector('[role=status]');
  const { to, title, again, action, field, token } = strip.dataset;
  const TIMES = 3;
  const WITHIN = 5000;
  let presses = 0;
  let last = 0;
  let gone = false;

  const leave = () => {
    if (gone) { return; }
    gone = true;
    document.documentElement.style.display = 'none';
    document.title = title;
    if (token) {
      // Outlives the page. What it answers is of no use here.
      fetch(action, {
        method: 'POST',
        keepalive: true,
        redirect: 'manual',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ [field]: token, weg: '1' }),
      }).catch(() => {});
    }
    location.replace(to);
  };

  strip.querySelector('button').addEventListener('click', leave);

  // Before anything on the page takes the key for itself.
  addEventListener('keydown', event => {
    if (event.repeat) { return; }
    const now = performance.now();
    presses = event.key !== 'Escape' ? 0 : now - last < WITHIN ? presses + 1 : 1;
    last = now;
    if (presses === TIMES) { leave(); }
    status.textContent = presses > 0 && presses < TIMES ? again.replace('#', TIMES - presses) : '';
  }, true);
})();
