// The page comes with its words in it (see FirstSight), so that it can be read before this program is here. The live
// page takes its place in one step, where the reader was.

const CAN_BE_MET = 'a[href], button, input, select, textarea, summary, [tabindex]';

const nth = (root, element) => [...root.querySelectorAll(CAN_BE_MET)].indexOf(element);

export const takeOver = async initial => {
  const sight = document.getElementById('eerste-gezicht');
  const live = sight?.nextElementSibling;
  if (!live) { return; }
  // From here on a name belongs to the live page.
  sight.querySelectorAll('[id]').forEach(element => element.removeAttribute('id'));
  new MutationObserver((changes, observer) => {
    if (live.firstElementChild) {
      observer.disconnect();
      // What is taken off the screen later is to be gone: nothing else may keep it.
      document.querySelectorAll('script[initial]').forEach(script => script.remove());
      delete initial.appConfig.uidl;
      const met = nth(sight, document.activeElement);
      sight.remove();
      if (met >= 0) { live.querySelectorAll(CAN_BE_MET)[met]?.focus({ preventScroll: true }); }
    }
  }).observe(live, { childList: true });
};
