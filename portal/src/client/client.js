// What runs in the browser: Vaadin's client engine, and who follows links. One file, one request.
import 'push';
import './connection.js';
import { Flow } from 'flow/Flow.js';
import { takeOver } from './first-sight.js';
import { follow } from './links.js';

// Vaadin's client begins anew when the browser shows a page that it kept. It takes every showing for such a one, because
// it is otherwise here after the first; this one is earlier.
addEventListener('pageshow', event => {
  if (!event.persisted) { event.stopImmediatePropagation(); }
});

window.Vaadin.Flow ??= {};
window.Vaadin.Flow.loadOnDemand = () => Promise.resolve();
window.Vaadin.Flow.resetFocus = () => document.activeElement?.blur();

const initial = window.Vaadin.TypeScript?.initial;
if (initial) {
  // It is in this file.
  delete initial.pushScript;
}

const flow = new Flow({ imports: () => takeOver(initial) });
follow(flow, document.getElementById('outlet'));
