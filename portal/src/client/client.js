// What runs in the browser: Vaadin's client engine, its push, and who follows links. One file, one request.
import 'push';
import { Flow } from 'flow/Flow.js';
import { takeOver } from './first-sight.js';
import { follow } from './links.js';

// Vaadin's client begins anew when the browser shows a page that it kept. It takes every showing for such a one,
// because it is otherwise here after the first; this one is earlier.
addEventListener('pageshow', event => {
  if (!event.persisted) { event.stopImmediatePropagation(); }
});

window.Vaadin ??= {};
window.Vaadin.Flow ??= {};
window.Vaadin.Flow.loadOnDemand = () => Promise.resolve();
window.Vaadin.Flow.resetFocus = () => document.activeElement?.blur();

const initial = window.Vaadin.TypeScript?.initial;
if (initial) {
  // It is in this file.
  delete initial.pushScript;
}

let live;
const flow = new Flow({ imports: async () => takeOver(initial, () => live()) });
// It took the title of the first page for one that fits all.
flow.appShellTitle = '';
live = follow(flow, document.getElementById('outlet'));
