// The page comes with its words in it (see FirstSight), so that it can be read before this program is here. The live
// page takes its place in one step, where the reader was.

const CAN_BE_MET = 'a[href], button, input, select, textarea, summary, [tabindex]';

// The nth of the one is the nth of the other: one view made both.
const pairs = (sight, live, selector) => {
  const others = live.querySelectorAll(selector);
  return [...sight.querySelectorAll(selector)].map((element, n) => [element, others[n]]);
};

export const takeOver = (initial, done) => {
  const sight = document.getElementById('eerste-gezicht');
  const live = sight?.nextElementSibling;
  if (!live) {
    done();
    return;
  }
  // The live page is drawn under it, at its own place; from here on a name belongs to the live page.
  sight.dataset.leaves = '';
  sight.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
  new MutationObserver((changes, observer) => {
    if (!live.firstElementChild) { return; }
    observer.disconnect();
    // What is taken off the screen later is to be gone: nothing else may keep it.
    document.querySelectorAll('script[initial]').forEach(script => script.remove());
    delete initial.appConfig.uidl;
    const met = pairs(sight, live, CAN_BE_MET).find(([element]) => element === document.activeElement);
    pairs(sight, live, 'details').forEach(([element, other]) => {
      if (other && other.open !== element.open) { other.open = element.open; }
    });
    sight.remove();
    done();
    met?.[1]?.focus({ preventScroll: true });
  }).observe(live, { childList: true });
};
